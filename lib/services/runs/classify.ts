import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { type CompiledOutput, classifyMembers } from '@/rules-engine/index';
import { Assignment } from './assignment';

/** How long one pass over all members may take, in ms. */
const limitMs = 30 * 60_000;

export interface ClassifyOptions {
  signal?: AbortSignal | undefined;
  /** Only members that are due one of these values; null for every value. */
  values?: readonly string[] | null;
  /** A path of the members to read in the same pass, and who is given what stands there. */
  besides?: { path: string; read(ord: number, value: unknown): void };
}

/**
 * The value that every member is due by the outputs of a compiled graph: one pass over the members, and one over the
 * events where the rule reads any. Value `i + 1` stands for the i-th output.
 */
export async function classify(
  db: Db,
  outputs: readonly CompiledOutput[],
  { signal, values = null, besides }: ClassifyOptions = {},
): Promise<Assignment> {
  const due = new Assignment();
  const stages = classifyMembers(
    outputs.map((output) => output.members),
    besides ? { besides: besides.path } : {},
  );
  const cursor = collection(db, 'members').aggregate<{ ord: number; value: number; besides?: unknown }>(
    [...stages, { $project: { _id: 0, ord: 1, value: 1, besides: 1 } }],
    { allowDiskUse: true, batchSize: 20_000, maxTimeMS: limitMs, signal },
  );
  for await (const { ord, value, besides: beside } of cursor) {
    if (values === null || values.includes(outputs[value]?.value ?? '')) due.set(ord, value + 1);
    besides?.read(ord, beside);
  }
  return due;
}
