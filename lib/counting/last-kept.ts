import type { Db } from 'mongodb';
import { type MongoDocument, type Need, readValues, type TopBound } from '@/rules-engine/index';
import { type QueryOptions, queryMembers } from './query-members';

/** The n-th by value, then by `ord`, by MongoDB; null when there are fewer: everybody who has a value is kept then. */
export async function lastKept(
  db: Db,
  { members, value, n, direction }: Need,
  options: QueryOptions,
): Promise<TopBound | null> {
  const stages: MongoDocument[] = [
    ...readValues(members, value),
    { $sort: { value: direction === 'highest' ? -1 : 1, ord: 1 } },
    { $skip: n - 1 },
    { $limit: 1 },
    { $project: { _id: 0, ord: 1, value: { $toDouble: '$value' } } },
  ];
  const [last] = await queryMembers<TopBound>(db, stages, options);
  return last ?? null;
}
