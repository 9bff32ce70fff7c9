import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { Binary, type Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { notLater, upsertOurs } from '@/lib/jobs/fenced-record';
import { Assignment } from './assignment';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Which layer each member was in after a run: places in `values`, 0 where there was no member. */
export interface LayerSnapshot {
  values: readonly string[];
  of: Assignment;
}

/**
 * Keeps the layers after a run: two bytes a member before compression, and about a third of one after it. Throws
 * `JobStopped` when a claim after the one with this fence has kept them already.
 */
export async function saveLayerSnapshot(
  db: Db,
  { definition, run, fence }: { definition: string; run: string; fence: number },
  snapshot: LayerSnapshot,
): Promise<void> {
  const packed = { definition, ...(await packLayers(snapshot)), fence };
  await upsertOurs(
    collection(db, 'runSnapshots').replaceOne({ _id: run, ...notLater(fence) }, packed, { upsert: true }),
  );
}

/** As they are stored. */
export async function packLayers({
  values,
  of,
}: LayerSnapshot): Promise<{ values: string[]; codes: Binary }> {
  const codes = Buffer.alloc(of.length * 2);
  for (let ord = 0; ord < of.length; ord += 1) codes.writeUInt16LE(of.get(ord), ord * 2);
  return { values: [...values], codes: new Binary(await deflate(codes)) };
}

/** Runs of a layering that can be compared: about three weeks of hourly ones, or a year and more of daily ones. */
const kept = 500;

/** Removes what runs before the last few hundred kept, so that a layering doesn't grow for ever. */
export async function dropOldSnapshots(db: Db, definition: string): Promise<void> {
  const old = await collection(db, 'runs')
    .find({ definition, state: 'done' }, { sort: { fence: -1, startedAt: -1 }, skip: kept, limit: kept })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  if (old.length > 0)
    await collection(db, 'runSnapshots').deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
}

/** Null where the run kept none, or isn't there. */
export async function readLayerSnapshot(db: Db, run: string): Promise<LayerSnapshot | null> {
  const stored = await collection(db, 'runSnapshots').findOne({ _id: run });
  if (!stored?.values || !stored.codes) return null;
  const codes = await inflate(stored.codes.buffer);
  const of = new Assignment();
  // From the end, so that the room for all is made at once.
  for (let ord = codes.length / 2 - 1; ord >= 0; ord -= 1) of.set(ord, codes.readUInt16LE(ord * 2));
  return { values: stored.values, of };
}
