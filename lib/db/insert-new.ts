import { MongoBulkWriteError } from 'mongodb';
import { duplicatesOf } from './duplicate-key';
import type { UniqueIndex } from './indexes';

/**
 * Holds an unordered `insertMany` to what was asked for: each document is inserted, or one of these indexes had such an entry
 * already. Gives the places of the latter; everything else is an error.
 */
export async function insertNew(
  asked: number,
  insert: () => Promise<{ insertedCount: number }>,
  ...indexes: readonly UniqueIndex[]
): Promise<number[]> {
  if (asked === 0) return [];
  let inserted = 0;
  let known: number[] = [];
  try {
    inserted = (await insert()).insertedCount;
  } catch (error) {
    known = duplicatesOf(error, ...indexes);
    if (error instanceof MongoBulkWriteError) inserted = error.insertedCount;
  }
  if (inserted + known.length !== asked) {
    throw new Error(`${inserted} documents were inserted and ${known.length} known already, of ${asked}`);
  }
  return known;
}
