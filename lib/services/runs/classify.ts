import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { type CompiledOutput, classifyMembers } from '@/rules-engine/index';
import { Assignment } from './assignment';

/** How long one pass over all members may take, in ms. */
const limitMs = 30 * 60_000;

/**
 * The value that every member is due by the outputs of a compiled graph: one pass over the members, and one over the
 * events where the rule reads any. Value `i + 1` stands for the i-th output.
 */
export async function classify(
  db: Db,
  outputs: readonly CompiledOutput[],
  signal?: AbortSignal,
): Promise<Assignment> {
  const due = new Assignment();
  const stages = classifyMembers(outputs.map((output) => output.predicate));
  const cursor = collection(db, 'members').aggregate<{ ord: number; value: number }>(
    [...stages, { $project: { _id: 0, ord: 1, value: 1 } }],
    { allowDiskUse: true, batchSize: 20_000, maxTimeMS: limitMs, signal },
  );
  for await (const { ord, value } of cursor) due.set(ord, value + 1);
  return due;
}
