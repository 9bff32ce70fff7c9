import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { readLayerSnapshot } from './layer-snapshot';
import { readSegmentSnapshot } from './segment-snapshot';

/**
 * One above every `ord` that anything stored still speaks of: members, notes of removed ones, and what runs have kept. Only for
 * a database that has lost its counter, or never had one: it goes through all that runs have kept.
 */
export async function firstFreeOrd(db: Db): Promise<number> {
  const last = await collection(db, 'members').findOne({}, { sort: { ord: -1 }, projection: { ord: 1 } });
  let free = last ? last.ord + 1 : 0;
  for await (const { removed = [] } of collection(db, 'changes').find({ removed: { $exists: true } })) {
    for (const ord of removed) free = Math.max(free, ord + 1);
  }
  for await (const { _id } of collection(db, 'runSnapshots').find({}, { projection: { _id: 1 } })) {
    const layers = await readLayerSnapshot(db, _id);
    const { length } = layers ? layers.of : await readSegmentSnapshot(db, _id);
    free = Math.max(free, length);
  }
  return free;
}
