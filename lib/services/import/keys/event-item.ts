import type { EventDoc } from '@/lib/db/documents';
import type { EventRow } from '../rows/event-row';
import { OccurrenceCounter } from '../rows/occurrence-counter';
import { keyOfId, keyOfRow, occurrenceKey } from './dedupe-key';
import { earlierCombination, earlierKeyOfId } from './earlier-key';

/** What tells an event from others: a key of its own, or the nth row that says the same. */
export type EventKey = { unique: string } | { combination: string; ordinal: number };

export interface EventItem {
  row: EventRow;
  key: EventKey;
  /** The key that it would have had before; null where no stored event has one of that kind. */
  earlier: EventKey | null;
}

/** Makes items of the readable rows of a file, in its order: the nth row that says the same is told by counting. */
export class EventItems {
  private readonly rows = new OccurrenceCounter();
  private readonly earlierRows: OccurrenceCounter | null;

  /** `withEarlier`: whether events with keys of the earlier form are stored. */
  constructor(
    private readonly source: string,
    withEarlier: boolean,
  ) {
    this.earlierRows = withEarlier ? new OccurrenceCounter() : null;
  }

  /** `text` is the row as a whole (`RowText`), asked for only where it is the key. */
  of(row: EventRow, text: () => string): EventItem {
    const { source, earlierRows } = this;
    if (row.id !== null) {
      const unique = keyOfId(source, row.type, row.id);
      return { row, key: { unique }, earlier: earlierRows && { unique: earlierKeyOfId(source, row.id) } };
    }
    return {
      row,
      key: counted(this.rows, keyOfRow(source, row.type, text())),
      earlier: earlierRows && counted(earlierRows, earlierCombination(source, row)),
    };
  }
}

function counted(counter: OccurrenceCounter, combination: string): EventKey {
  return { combination, ordinal: counter.next(combination) };
}

/** `offset`: how many rows that say the same are counted already (`MendedOffsets`). */
export function dedupeKeyOf(key: EventKey, offset = 0): string {
  return 'unique' in key ? key.unique : occurrenceKey(key.combination, key.ordinal + offset);
}

export function eventDoc(
  row: EventRow,
  { _id, memberId, source, dedupeKey }: Pick<EventDoc, '_id' | 'memberId' | 'source' | 'dedupeKey'>,
): EventDoc {
  const props: Record<string, unknown> = {};
  for (const [path, value] of row.props) props[path.slice('props.'.length)] = value;
  return { _id, memberId, type: row.type, at: row.at, props, source, dedupeKey };
}
