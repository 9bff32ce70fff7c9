import type { Db } from 'mongodb';
import { z } from 'zod';
import { type Expression, type MongoDocument, type Predicate, readValues } from '@/rules-engine/index';
import { type QueryOptions, queryMembers } from './query-members';

/** How a number is distributed among members. */
export const distributionSchema = z.object({
  /** Members with a value. */
  present: z.int(),
  mean: z.number().nullable(),
  /** The middle value; of two, half-way between them. */
  median: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** In the order asked for; null when nobody has a value. */
  cuts: z.array(z.number()).nullable(),
});
export type Distribution = z.infer<typeof distributionSchema>;

export interface DistributionQuestion {
  members: Predicate;
  value: Expression;
  /** Shares that are cut at. */
  at: readonly number[];
}

/** Different values, ascending, and how many members have each. */
interface Groups {
  values: Float64Array;
  sizes: Float64Array;
}

/**
 * The exact distribution of a number among the members of a predicate, and the values that cut it at shares `at`. A cut
 * is a value that somebody has; members with just that value belong above it, so that without ties a share `p` of the
 * members lies below the cut at `p` (rounded down to whole members), and with ties fewer.
 */
export async function distributionOf(
  db: Db,
  { members, value, at }: DistributionQuestion,
  options: QueryOptions,
): Promise<Distribution> {
  const stages: MongoDocument[] = [
    ...readValues(members, value),
    { $group: { _id: { $toDouble: '$value' }, n: { $sum: 1 } } },
    { $sort: { _id: 1 } },
  ];
  const found = await queryMembers<{ _id: number; n: number }>(db, stages, options);
  const groups = found.sort((a, b) => a._id - b._id);
  return described(
    {
      values: Float64Array.from(groups, ({ _id }) => _id),
      sizes: Float64Array.from(groups, ({ n }) => n),
    },
    at,
  );
}

/** The same of values that are at hand, ascending. */
export function distributionIn(sorted: Float64Array, at: readonly number[]): Distribution {
  const starts = sorted.reduce((n, value, i) => (i === 0 || value !== sorted[i - 1] ? n + 1 : n), 0);
  const groups = { values: new Float64Array(starts), sizes: new Float64Array(starts) };
  let group = -1;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) {
      group += 1;
      groups.values[group] = sorted[i] ?? 0;
    }
    groups.sizes[group] = (groups.sizes[group] ?? 0) + 1;
  }
  return described(groups, at);
}

function described({ values, sizes }: Groups, at: readonly number[]): Distribution {
  const [min, max] = [values[0], values.at(-1)];
  if (min === undefined || max === undefined)
    return { present: 0, mean: null, median: null, min: null, max: null, cuts: null };
  const present = sizes.reduce((sum, n) => sum + n, 0);
  const total = values.reduce((sum, value, group) => sum + value * (sizes[group] ?? 0), 0);
  return {
    present,
    mean: total / present,
    median: medianOf({ values, sizes }, present),
    min,
    max,
    cuts: at.map((share) => valueAt({ values, sizes }, Math.min(rankOf(share, present), present - 1)) ?? max),
  };
}

/** How many members lie below the cut at a share. A hair is forgiven: 0.7 × 10 is 7, not 6.999…. */
function rankOf(share: number, members: number): number {
  return Math.floor(share * members + 1e-9);
}

function medianOf(groups: Groups, members: number): number {
  const lower = valueAt(groups, Math.floor((members - 1) / 2)) ?? 0;
  const upper = valueAt(groups, Math.floor(members / 2)) ?? 0;
  return (lower + upper) / 2;
}

/** The value of the member at a rank, from 0. */
function valueAt({ values, sizes }: Groups, rank: number): number | undefined {
  let passed = 0;
  return values.find((_, group) => {
    passed += sizes[group] ?? 0;
    return rank < passed;
  });
}
