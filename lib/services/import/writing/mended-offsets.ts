import type { Db } from 'mongodb';
import { occurrenceKey } from '../rows/dedupe-key';
import type { EventItem } from './event-item';
import { storedKeys } from './stored-keys';

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

  async of(items: readonly EventItem[]): Promise<(item: EventItem) => number> {
    const combinations = items.flatMap(({ key }) => ('combination' in key ? key.combination : []));
    let open = [...new Set(combinations)].filter((combination) => !this.known.has(combination));
    for (let ordinal = 0; open.length > 0; ordinal += 1) {
      const whole = await this.fromWholeFiles(open.map((combination) => occurrenceKey(combination, ordinal)));
      const goOn = open.filter((combination) => whole.has(occurrenceKey(combination, ordinal)));
      for (const combination of open) this.known.set(combination, ordinal);
      open = goOn;
    }
    return ({ key }) => ('combination' in key ? (this.known.get(key.combination) ?? 0) : 0);
  }

  private async fromWholeFiles(keys: string[]): Promise<Set<string>> {
    const stored = await storedKeys(this.db, keys);
    return new Set([...stored].filter(([, id]) => !id.includes(MENDED)).map(([key]) => key));
  }
}
