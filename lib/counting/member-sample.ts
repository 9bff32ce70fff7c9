import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { endOfOrds } from '@/lib/members/ord';

/**
 * Ids of about `size` members, each as likely as any other: those at pseudo-random places of `ord`, by its index. Not
 * by bucket, since rules may ask for buckets (a stable sample does) and would then be estimated badly. The same places
 * every time, so that an estimate moves with the rule and not by itself.
 */
export async function sampleMembers(db: Db, size: number): Promise<string[]> {
  const end = await endOfOrds(db);
  if (end === 0) return [];
  const found = await collection(db, 'members')
    .find({ ord: { $in: places(size, end) } }, { projection: { _id: 1 }, batchSize: size })
    .toArray();
  return found.map(({ _id }) => _id);
}

/** `size` different whole numbers below `end`; all of them when there are no more. */
function places(size: number, end: number): number[] {
  if (end <= size) return Array.from({ length: end }, (_, i) => i);
  const random = mulberry32(end);
  const chosen = new Set<number>();
  while (chosen.size < size) chosen.add(Math.floor(random() * end));
  return [...chosen];
}

/** A small generator that is even enough for sampling; numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
