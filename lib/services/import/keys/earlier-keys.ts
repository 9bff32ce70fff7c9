import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { makeCounter, readCounter } from '@/lib/db/counters';
import { KEY_MARK } from './dedupe-key';

/** Keys of demo events, which begin with `demo` and a digit, lie between these two. */
export const demoKeys = ['demo0', 'demo:'] as const;

/** Stored once no event has such a key: none is ever made again. */
const NONE = 'earlier-event-keys';

/** Whether imported events are stored whose key is of the earlier form (earlier-key.ts). */
export async function hasEarlierKeys(db: Db): Promise<boolean> {
  if ((await readCounter(db, NONE)) !== null) return false;
  const events = collection(db, 'events');
  const [from, to] = demoKeys;
  for (const dedupeKey of [{ $lt: from }, { $gte: to, $lt: KEY_MARK }]) {
    if ((await events.findOne({ dedupeKey }, { projection: { _id: 1 } })) !== null) return true;
  }
  await makeCounter(db, NONE, 0);
  return false;
}
