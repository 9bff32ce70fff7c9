import type { Db } from 'mongodb';
import { occurrenceKey } from './dedupe-key';
import type { EventItem, EventKey } from './event-item';
import { storedEvents } from './stored-events';

/** `_id`s of events from a file of mended rows have this in them, all others not. */
const MENDED = ':m';

export function eventId(importId: string, line: number, mended: boolean): string {
  return `${importId}${mended ? MENDED : ':'}${line}`;
}

/**
 * Where the count of equal rows begins for a file of mended rows: after those that came with whole files. A row
 * that says, once mended, the same as one accepted before is another purchase, not that one again; yet importing
 * the mended file twice, or the whole file mended as well, must add nothing.
 */
export class MendedOffsets {
  private readonly known = new Map<string, number>();

  constructor(private readonly db: Db) {}

  /** By either of its keys, an item's offset is the greater: what is stored under the one may be missing under the other. */
  async of(items: readonly EventItem[]): Promise<(item: EventItem) => number> {
    const combinations = items.flatMap(({ key, earlier }) => [
      ...combinationOf(key),
      ...(earlier ? combinationOf(earlier) : []),
    ]);
    let open = [...new Set(combinations)].filter((combination) => !this.known.has(combination));
    for (let ordinal = 0; open.length > 0; ordinal += 1) {
      const whole = await this.fromWholeFiles(open.map((combination) => occurrenceKey(combination, ordinal)));
      const goOn = open.filter((combination) => whole.has(occurrenceKey(combination, ordinal)));
      for (const combination of open) this.known.set(combination, ordinal);
      open = goOn;
    }
    return ({ key, earlier }) => Math.max(this.offset(key), earlier ? this.offset(earlier) : 0);
  }

  private offset(key: EventKey): number {
    return 'combination' in key ? (this.known.get(key.combination) ?? 0) : 0;
  }

  private async fromWholeFiles(keys: string[]): Promise<Set<string>> {
    const stored = await storedEvents(this.db, keys);
    return new Set([...stored].filter(([, { _id }]) => !_id.includes(MENDED)).map(([key]) => key));
  }
}

function combinationOf(key: EventKey): string[] {
  return 'combination' in key ? [key.combination] : [];
}
