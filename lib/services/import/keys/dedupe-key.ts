import { hash } from 'node:crypto';

/** No key of the earlier form begins with it, and all of them sort before it. */
export const KEY_MARK = '~';
const KEY_LENGTH = 22;

/**
 * The key of an event with an id of its own. The type belongs to it: a refund may well carry the number of its order.
 */
export function keyOfId(source: string, type: string, id: string): string {
  return KEY_MARK + digest(['id', source, type, id]);
}

/**
 * The key of an event without an id: its whole row as it stands in the file, mapped or not, so that a row is known again
 * however it is read. The type belongs to it, since one row may say of two things when they happened.
 */
export function keyOfRow(source: string, type: string, row: string): string {
  return KEY_MARK + digest(['row', source, type, row]);
}

/** The key of the nth row (from 0) with this combination: two identical purchases on one day stay two. */
export function occurrenceKey(combination: string, ordinal: number): string {
  return ordinal === 0 ? combination : `${combination}.${ordinal}`;
}

/** 132 bits of SHA-256 over the parts. */
export function digest(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, KEY_LENGTH);
}
