import { hash } from 'node:crypto';
import type { StoredValue } from '../values/value-reader';
import type { EventRow } from './event-row';

const KEY_LENGTH = 22;

/**
 * What is the same for two rows that say the same: 132 bits of SHA-256 over source, first identity, type,
 * instant and properties. The identity and not the member's id, so that it stays when members are merged.
 */
export function combination(source: string, row: EventRow): string {
  const [identity] = row.identities;
  const props = [...row.props]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, value]) => [path, canonical(value)]);
  return digest(['same', source, identity?.type, identity?.value, row.type, row.at.getTime(), props]);
}

/** The key of an event with an id of its own. */
export function keyOfId(source: string, id: string): string {
  return digest(['id', source, id]);
}

/** The key of the nth row (from 0) with this combination: two identical purchases on one day stay two. */
export function occurrenceKey(combinationKey: string, ordinal: number): string {
  return ordinal === 0 ? combinationKey : `${combinationKey}.${ordinal}`;
}

function digest(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, KEY_LENGTH);
}

/** A date and the text of it are different values. */
function canonical(value: StoredValue): unknown {
  return value instanceof Date ? { at: value.getTime() } : value;
}
