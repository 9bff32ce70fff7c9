import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';

/** Takes `n` consecutive `ord` numbers and gives the first. They are never given again, used or not. */
export async function takeOrds(db: Db, n: number): Promise<number> {
  try {
    return await take(db, n);
  } catch (error) {
    // The very first two at once may both try to make the counter.
    if (isDuplicateKey(error)) return take(db, n);
    throw error;
  }
}

async function take(db: Db, n: number): Promise<number> {
  const counter = await collection(db, 'counters').findOneAndUpdate(
    { _id: 'ord' },
    { $inc: { next: n } },
    { upsert: true, returnDocument: 'after' },
  );
  if (counter === null) throw new Error('the counter of ord gave nothing');
  return counter.next - n;
}

/** One above the highest `ord` of a member; 0 while there are none. */
export async function endOfOrds(db: Db): Promise<number> {
  const last = await collection(db, 'members').findOne({}, { sort: { ord: -1 }, projection: { ord: 1 } });
  return last ? last.ord + 1 : 0;
}

/** The `ord` that is given next, by whomever. */
export async function nextOrd(db: Db): Promise<number> {
  return (await collection(db, 'counters').findOne({ _id: 'ord' }))?.next ?? 0;
}
