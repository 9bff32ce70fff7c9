import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { addToCounter, makeCounter, raiseCounter, readCounter } from '@/lib/db/counters';
import { firstFreeOrd } from './first-free-ord';

const id = 'ord';

/** Makes the counter of `ord` where there is none, and brings one up that members have overtaken. */
export async function ensureOrdCounter(db: Db): Promise<void> {
  const next = await readCounter(db, id);
  if (next === null) await makeCounter(db, id, await firstFreeOrd(db));
  else if (next < (await endOfOrds(db))) await raiseCounter(db, id, await endOfOrds(db));
}

/** Takes `n` consecutive `ord` numbers and gives the first. They are never given again, used or not. */
export async function takeOrds(db: Db, n: number): Promise<number> {
  let end = await addToCounter(db, id, n);
  if (end === null) {
    await ensureOrdCounter(db);
    end = await addToCounter(db, id, n);
  }
  if (end === null) throw new Error('the counter of ord gave nothing');
  return end - n;
}

/** One above the highest `ord` of a member; 0 while there are none. */
export async function endOfOrds(db: Db): Promise<number> {
  const last = await collection(db, 'members').findOne({}, { sort: { ord: -1 }, projection: { ord: 1 } });
  return last ? last.ord + 1 : 0;
}

/** The `ord` that is given next, by whomever. */
export async function nextOrd(db: Db): Promise<number> {
  await ensureOrdCounter(db);
  const next = await readCounter(db, id);
  if (next === null) throw new Error('there is no counter of ord');
  return next;
}
