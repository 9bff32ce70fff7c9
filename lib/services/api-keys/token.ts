import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'tl_';
/** Characters kept in the clear to recognise a key by. */
const SHOWN = 8;

/** A new token: 256 random bits, so a plain SHA-256 is enough to store it by. */
export function newToken(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

export function looksLikeToken(text: string): boolean {
  return text.startsWith(PREFIX) && text.length < 100;
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function tokenPrefix(token: string): string {
  return token.slice(0, SHOWN);
}
