import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { halfWidth, isStorable, plainText } from './plain-text';
import { type ReadResult, rejected } from './read-result';

const CN_MOBILE = /^(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})$/;
const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$/;
/** Printable, without space at either end; a colon is fine, since the type never has one. */
const TOKEN = /^[^\p{C}\s](?:[^\p{C}]{0,126}[^\p{C}\s])?$/u;

type Normaliser = (text: string) => ReadResult<string>;

const normalisers: Partial<Record<string, Normaliser>> = {
  phone: (text) => normalisePhone(plainText(text)),
  email: (text) => {
    const email = text.toLowerCase();
    return EMAIL.test(email) ? { value: email } : rejected('not-an-email', { value: text });
  },
};

/**
 * The one spelling in which an identity is stored and searched: phones as E.164 (without a country code: China),
 * emails in lower case, the others as they are, half width and without surrounding space.
 */
export function normaliseIdentity(type: string, text: string): ReadResult<string> {
  // Composed letters only: what NFKC does beyond would make one customer of A² and A2.
  const trimmed = halfWidth(text).normalize('NFC').trim();
  if (!isStorable(trimmed)) return rejected('broken-text');
  const normalise = Object.hasOwn(normalisers, type) ? normalisers[type] : undefined;
  if (normalise) return normalise(trimmed);
  return TOKEN.test(trimmed) ? { value: trimmed } : rejected('not-an-identity', { value: text });
}

function normalisePhone(text: string): ReadResult<string> {
  // Nearly all phones of these users: worth a path that needs no metadata.
  const mobile = CN_MOBILE.exec(text);
  if (mobile) return { value: `+86${mobile[1]}${mobile[2]}${mobile[3]}` };
  // The whole text is the number: another one behind it, or an extension, would be dropped without a word.
  const phone = parsePhoneNumberFromString(text, { defaultCountry: 'CN', extract: false });
  return phone?.isValid() && phone.ext === undefined
    ? { value: phone.number }
    : rejected('not-a-phone', { value: text });
}
