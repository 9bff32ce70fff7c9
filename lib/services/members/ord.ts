import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';

/** Takes `n` consecutive `ord` numbers and gives the first. They are never given again, used or not. */
export async function takeOrds(db: Db, n: number): Promise<number> {
  const counter = await collection(db, 'counters').findOneAndUpdate(
    { _id: 'ord' },
    { $inc: { next: n } },
    { upsert: true, returnDocument: 'after' },
  );
  if (counter === null) throw new Error('the counter of ord gave nothing');
  return counter.next - n;
}
