import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_CHARACTERS = 13;

/**
 * A new member id: 9 characters of time, 13 of randomness (65 bits). Time first keeps new ids together in the
 * index; random, and not made of a phone, since whoever knows a hash of a phone knows the phone.
 */
export function newMemberId(now = Date.now()): string {
  return memberId(now, randomBytes(RANDOM_CHARACTERS));
}

/**
 * The id of the member that a line of an import makes, if it makes one: always the same, so that an import that was
 * interrupted knows its own members again. The time is the import's, of whose id it is the first half.
 */
export function importedMemberId(importId: string, line: number): string {
  const time = /^[0-9a-f]{24}$/.test(importId) ? Number.parseInt(importId.slice(0, 8), 16) * 1_000 : 0;
  return memberId(time, createHash('sha256').update(`${importId}:${line}`).digest());
}

function memberId(now: number, bytes: Buffer): string {
  let time = '';
  for (let rest = now, n = 0; n < 9; n += 1, rest = Math.floor(rest / 32))
    time = ALPHABET.charAt(rest % 32) + time;
  let random = '';
  for (const byte of bytes.subarray(0, RANDOM_CHARACTERS)) random += ALPHABET.charAt(byte % 32);
  return `m${time}${random}`;
}
