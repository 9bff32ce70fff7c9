import type { Db } from 'mongodb';
import { memberSlices } from '@/lib/counting/slices';
import { collection } from '@/lib/db/collections';
import { Assignment } from '@/lib/members/assignment';
import { everyMember } from '@/lib/members/roll-call';
import { type CompiledOutput, classifyMembers, type Selection } from '@/rules-engine/index';

/** How long one pass over all members may take, in ms. */
const limitMs = 30 * 60_000;
/** Slices that are asked for side by side. */
const lanes = 2;
/**
 * More than a slice has: it comes in one answer. FerretDB works a query out a second time for the second page, and where rows
 * then come in another order some are left out and others given twice.
 */
const batchSize = 200_000;

interface Row {
  ord: number;
  value: number;
  besides?: unknown;
}

export interface ClassifyOptions {
  signal?: AbortSignal | undefined;
  /** Only members that are due one of these values; null for every value. */
  values?: readonly string[] | null;
  /** A path of the members to read in the same pass, and who is given what stands there; anew each time it begins. */
  besides?: { path: string; begin(): (ord: number, value: unknown) => void };
}

/**
 * The value that every member is due by the outputs of a compiled graph: one pass over the members, and one over the
 * events where the rule reads any. Value `i + 1` stands for the i-th output. Throws `members-missed` when the database
 * doesn't account for every member.
 */
export function classify(
  db: Db,
  outputs: readonly CompiledOutput[],
  { signal, values = null, besides }: ClassifyOptions = {},
): Promise<Assignment> {
  const isWanted = outputs.map(({ value }) => values === null || values.includes(value));
  return everyMember(db, 'classification', signal, async (roll) => {
    const due = new Assignment();
    const readBeside = besides?.begin();
    const slices = await memberSlices(db, await collection(db, 'members').countDocuments({}, { signal }));
    const lane = async () => {
      for (let slice = slices.shift(); slice; slice = slices.shift()) {
        for await (const row of rowsOf(db, outputs, { ...slice, besides: besides?.path }, signal)) {
          roll.saw(row.ord);
          if (isWanted[row.value]) due.set(row.ord, row.value + 1);
          readBeside?.(row.ord, row.besides);
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, () => lane().finally(() => slices.splice(0))));
    return due;
  });
}

function rowsOf(
  db: Db,
  outputs: readonly CompiledOutput[],
  { besides, ...selection }: Selection & { besides: string | undefined },
  signal: AbortSignal | undefined,
): AsyncIterable<Row> {
  const stages = classifyMembers(
    outputs.map((output) => output.members),
    { ...selection, ...(besides === undefined ? {} : { besides }) },
  );
  return collection(db, 'members').aggregate<Row>(
    [...stages, { $project: { _id: 0, ord: 1, value: 1, besides: 1 } }],
    { allowDiskUse: true, batchSize, maxTimeMS: limitMs, signal },
  );
}
