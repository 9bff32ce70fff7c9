import type { EventDoc } from '@/lib/db/documents';
import { combination, keyOfId, occurrenceKey } from '../rows/dedupe-key';
import type { EventRow } from '../rows/event-row';
import type { OccurrenceCounter } from '../rows/occurrence-counter';

/** An event with what tells it from others: a key of its own, or the nth row that says the same. */
export interface EventItem {
  row: EventRow;
  key: { unique: string } | { combination: string; ordinal: number };
}

/** To be called for every readable row of a file, in its order. */
export function eventItem(source: string, row: EventRow, counter: OccurrenceCounter): EventItem {
  if (row.id !== null) return { row, key: { unique: keyOfId(source, row.id) } };
  const key = combination(source, row);
  return { row, key: { combination: key, ordinal: counter.next(key) } };
}

export function dedupeKeyOf({ key }: EventItem, offset = 0): string {
  return 'unique' in key ? key.unique : occurrenceKey(key.combination, key.ordinal + offset);
}

export function eventDoc(
  item: EventItem,
  { _id, memberId, source, dedupeKey }: Pick<EventDoc, '_id' | 'memberId' | 'source' | 'dedupeKey'>,
): EventDoc {
  const props: Record<string, unknown> = {};
  for (const [path, value] of item.row.props) props[path.slice('props.'.length)] = value;
  return { _id, memberId, type: item.row.type, at: item.row.at, props, source, dedupeKey };
}
