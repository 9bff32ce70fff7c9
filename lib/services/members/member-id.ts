import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_CHARACTERS = 13;

/**
 * A new member id: 9 characters of time, 13 of randomness (65 bits). Time first keeps new ids together in the
 * index; random, and not made of a phone, since whoever knows a hash of a phone knows the phone.
 */
export function newMemberId(now = Date.now()): string {
  let time = '';
  for (let rest = now, n = 0; n < 9; n += 1, rest = Math.floor(rest / 32))
    time = ALPHABET.charAt(rest % 32) + time;
  let random = '';
  for (const byte of randomBytes(RANDOM_CHARACTERS)) random += ALPHABET.charAt(byte % 32);
  return `m${time}${random}`;
}
