import type { StoredValue } from '@/lib/values/value-reader';
import type { EventRow } from '../rows/event-row';
import { digest } from './dedupe-key';

/**
 * How keys were made before the type belonged to them and rows counted as a whole. Events that were imported then have
 * them until the same row comes again (ARCHITECTURE.md, "Which rows are the same").
 */
export function earlierCombination(source: string, row: EventRow): string {
  const [identity] = row.identities;
  const props = [...row.props]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, value]) => [path, canonical(value)]);
  return digest(['same', source, identity?.type, identity?.value, row.type, row.at.getTime(), props]);
}

export function earlierKeyOfId(source: string, id: string): string {
  return digest(['id', source, id]);
}

/** A date and the text of it are different values. */
function canonical(value: StoredValue): unknown {
  return value instanceof Date ? { at: value.getTime() } : value;
}
