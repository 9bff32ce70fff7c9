import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { type LayerSnapshot, packLayers, readLayerSnapshot } from '@/lib/members/layer-snapshot';
import type { HeldTag } from './held-values';

interface Holding {
  run: string;
  definition: string;
  fence: number;
  held: HeldTag;
}

/** What members held of a tag before its run wrote anything: what is held now, or, when it is tried again, was then. */
export async function heldBefore(db: Db, { run, definition, fence, held }: Holding): Promise<LayerSnapshot> {
  const _id = `${run}:held`;
  const known = await readLayerSnapshot(db, _id);
  if (known) return known;
  const now = { values: held.values, of: held.of };
  try {
    // Before the first write of any try; a try that finds it there reads it.
    await collection(db, 'runSnapshots').insertOne({
      _id,
      definition,
      held: true,
      fence,
      ...(await packLayers(now)),
    });
    return now;
  } catch (error) {
    if (!isDuplicateKey(error, '_id_')) throw error;
    return heldBefore(db, { run, definition, fence, held });
  }
}

/** Forgets what was held before the runs of a tag up to this claim: of the one that ended, and what a lost worker noted late. */
export async function dropHeldBefore(db: Db, definition: string, fence: number): Promise<void> {
  await collection(db, 'runSnapshots').deleteMany({ definition, held: true, fence: { $lte: fence } });
}
