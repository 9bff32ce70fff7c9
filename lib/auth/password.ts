import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// No 0/O, 1/l/I: generated passwords are read off a screen and typed.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GENERATED_LENGTH = 16;

/** argon2id with the library's defaults (19 MiB, 2 passes, 1 lane), which are OWASP's first choice. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let decoy: Promise<string> | null = null;

/**
 * Whether a password belongs to a hash. Without a hash (unknown user, user of the identity provider) it
 * takes as long and is false, so that the time tells nobody which names exist.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(generatePassword());
  const matches = await verify(stored || (await decoy), password);
  return matches && Boolean(stored);
}

/** 16 characters, 92 bits. */
export function generatePassword(): string {
  return Array.from({ length: GENERATED_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
