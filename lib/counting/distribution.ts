import type { Db } from 'mongodb';
import { type Expression, type MongoDocument, type Predicate, readValues } from '@/rules-engine/index';
import { type QueryOptions, queryMembers } from './query-members';

/** How a number is distributed among members. */
export interface Distribution {
  /** Members with a value. */
  present: number;
  mean: number | null;
  /** The middle value; of two, half-way between them. */
  median: number | null;
  min: number | null;
  max: number | null;
  /** In the order asked for; null when nobody has a value. */
  cuts: number[] | null;
}

/**
 * The exact distribution of a number among the members of a predicate, and the values that cut it at shares `at`. A cut
 * is a value that somebody has; members with just that value belong above it, so that without ties a share `p` of the
 * members lies below the cut at `p` (rounded down to whole members), and with ties fewer.
 */
export async function distributionOf(
  db: Db,
  members: Predicate,
  value: Expression,
  at: readonly number[],
  options: QueryOptions,
): Promise<Distribution> {
  const stages: MongoDocument[] = [
    ...readValues(members, value),
    { $group: { _id: { $toDouble: '$value' }, n: { $sum: 1 } } },
  ];
  const found = await queryMembers<{ _id: number; n: number }>(db, stages, options);
  const values = found.sort((a, b) => a._id - b._id);
  const present = values.reduce((sum, { n }) => sum + n, 0);
  const [lowest, highest] = [values[0], values.at(-1)];
  if (!lowest || !highest) return { present: 0, mean: null, median: null, min: null, max: null, cuts: null };
  const total = values.reduce((sum, { _id, n }) => sum + _id * n, 0);
  return {
    present,
    mean: total / present,
    median: medianOf(values, present),
    min: lowest._id,
    max: highest._id,
    cuts: at.map((share) => valueAt(values, Math.min(rankOf(share, present), present - 1)) ?? highest._id),
  };
}

/** How many members lie below the cut at a share. A hair is forgiven: 0.7 × 10 is 7, not 6.999…. */
function rankOf(share: number, members: number): number {
  return Math.floor(share * members + 1e-9);
}

function medianOf(values: readonly { _id: number; n: number }[], members: number): number {
  const [lower, upper] = [Math.floor((members - 1) / 2), Math.floor(members / 2)].map((rank) =>
    valueAt(values, rank),
  );
  return ((lower ?? 0) + (upper ?? 0)) / 2;
}

/** The value of the member at a rank, from 0. */
function valueAt(values: readonly { _id: number; n: number }[], rank: number): number | undefined {
  let passed = 0;
  for (const { _id, n } of values) {
    passed += n;
    if (rank < passed) return _id;
  }
  return undefined;
}
