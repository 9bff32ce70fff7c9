import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type ReadResult, rejected } from './read-result';

const CN_MOBILE = /^(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})$/;
const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$/;
/** Printable, without space at either end; a colon is fine, since the type never has one. */
const TOKEN = /^[^\p{C}\s](?:[^\p{C}]{0,126}[^\p{C}\s])?$/u;

type Normaliser = (text: string) => ReadResult<string>;

const normalisers: Partial<Record<string, Normaliser>> = {
  phone: normalisePhone,
  email: (text) => {
    const email = text.toLowerCase();
    return EMAIL.test(email) ? { value: email } : rejected('not-an-email', { value: text });
  },
};

/**
 * The one spelling in which an identity is stored and searched: phones as E.164 (without a country code: China),
 * emails in lower case, the others as they are without surrounding space.
 */
export function normaliseIdentity(type: string, text: string): ReadResult<string> {
  const trimmed = text.normalize('NFKC').trim();
  const normalise = Object.hasOwn(normalisers, type) ? normalisers[type] : undefined;
  if (normalise) return normalise(trimmed);
  return TOKEN.test(trimmed) ? { value: trimmed } : rejected('not-an-identity', { value: text });
}

function normalisePhone(text: string): ReadResult<string> {
  // Nearly all phones of these users: worth a path that needs no metadata.
  const mobile = CN_MOBILE.exec(text);
  if (mobile) return { value: `+86${mobile[1]}${mobile[2]}${mobile[3]}` };
  const phone = parsePhoneNumberFromString(text, 'CN');
  return phone?.isValid() ? { value: phone.number } : rejected('not-a-phone', { value: text });
}
