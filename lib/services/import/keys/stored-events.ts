import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';

/** FerretDB compares each entry of a list with each of the index: long lists cost more than several short ones. */
const KEYS_AT_ONCE = 1_000;

/** The events that have these dedupe keys, by key. */
export async function storedEvents(db: Db, keys: readonly string[]): Promise<Map<string, EventDoc>> {
  const stored = new Map<string, EventDoc>();
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
    const some = keys.slice(start, start + KEYS_AT_ONCE);
    const found = collection(db, 'events').find({ dedupeKey: { $in: some } });
    for await (const event of found.batchSize(KEYS_AT_ONCE)) stored.set(event.dedupeKey, event);
  }
  return stored;
}
