import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';

/** FerretDB compares each entry of a list with each of the index: long lists cost more than several short ones. */
const KEYS_AT_ONCE = 1_000;

/** Which of these dedupe keys are stored, and the `_id` of the event that has each. */
export async function storedKeys(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
    const some = keys.slice(start, start + KEYS_AT_ONCE);
    const found = await collection(db, 'events')
      .find({ dedupeKey: { $in: some } }, { projection: { dedupeKey: 1 }, batchSize: some.length + 1 })
      .toArray();
    for (const { _id, dedupeKey } of found) stored.set(dedupeKey, _id);
  }
  return stored;
}
