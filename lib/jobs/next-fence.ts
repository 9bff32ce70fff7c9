import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';

/** A number greater than that of every claim before, of whatever job: claims are told apart by it, not by clocks. */
export async function nextFence(db: Db): Promise<number> {
  for (;;) {
    const counter = await collection(db, 'counters').findOneAndUpdate(
      { _id: 'fence' },
      { $inc: { next: 1 } },
      { returnDocument: 'after' },
    );
    if (counter) return counter.next;
    await makeCounter(db);
  }
}

/** By an insert: of several upserts at once some servers tell more than one the same number. */
async function makeCounter(db: Db): Promise<void> {
  // Fences of before were counted by each job for itself.
  const last = await collection(db, 'jobs').findOne({}, { sort: { fence: -1 }, projection: { fence: 1 } });
  try {
    await collection(db, 'counters').insertOne({ _id: 'fence', next: last?.fence ?? 0 });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
