import { BSON, type Db } from 'mongodb';
import { countMembers, countName, type Predicate, type Selection } from '@/rules-engine/index';
import { type QueryOptions, queryMembers } from './query-members';
import { memberSlices } from './slices';

/** Slices of one pass that are counted side by side. */
const lanes = 2;
/** Bytes of a pipeline; the server takes 16 MB. Only a drawing of hundreds of big rules is more. */
const largest = 8 * 1024 * 1024;

/** Members for whom each predicate holds, in the order of the predicates: one pass over all members and their events. */
export async function countAll(
  db: Db,
  predicates: readonly Predicate[],
  members: number,
  options: QueryOptions,
): Promise<number[]> {
  const slices = await memberSlices(db, members);
  const sums = predicates.map(() => 0);
  const lane = async () => {
    for (let slice = slices.shift(); slice; slice = slices.shift()) {
      const counted = await countSlice(db, predicates, slice, options);
      for (const [i, n] of counted.entries()) sums[i] = (sums[i] ?? 0) + n;
    }
  };
  // A slice that fails leaves nothing for the others to do.
  await Promise.all(Array.from({ length: lanes }, () => lane().finally(() => slices.splice(0))));
  return sums;
}

/** The same for some of the members; questions that are too many for one query are asked in several. */
export async function countSlice(
  db: Db,
  predicates: readonly Predicate[],
  selection: Selection,
  options: QueryOptions,
): Promise<number[]> {
  const stages = countMembers(predicates, selection);
  if (predicates.length > 1 && BSON.calculateObjectSize({ stages }) > largest) {
    const half = Math.ceil(predicates.length / 2);
    const first = await countSlice(db, predicates.slice(0, half), selection, options);
    return [...first, ...(await countSlice(db, predicates.slice(half), selection, options))];
  }
  const [counts] = await queryMembers<Record<string, number>>(db, stages, options);
  return predicates.map((_, i) => counts?.[countName(i)] ?? 0);
}
