import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { addToCounter, makeCounter } from '@/lib/db/counters';

const id = 'fence';

/** A number greater than that of every claim before, of whatever job: claims are told apart by it, not by clocks. */
export async function nextFence(db: Db): Promise<number> {
  const next = await addToCounter(db, id, 1);
  if (next !== null) return next;
  // Fences of before were counted by each job for itself.
  const last = await collection(db, 'jobs').findOne({}, { sort: { fence: -1 }, projection: { fence: 1 } });
  await makeCounter(db, id, last?.fence ?? 0);
  return nextFence(db);
}
