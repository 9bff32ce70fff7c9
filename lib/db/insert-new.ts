import { refusalsOf } from './duplicate-key';
import type { UniqueIndex } from './indexes';
import { placesInOrder } from './one-order';

interface Keyed {
  _id: string;
  dedupeKey?: string;
}

interface Target<T> {
  insertMany(docs: T[], options: { ordered: false }): Promise<{ insertedCount: number }>;
}

const tries = 20;

/**
 * Inserts documents, and holds that to what was asked for: each is inserted, or one of these indexes had such an entry already.
 * Gives the places of the latter; everything else is an error. Those that lost a conflict are inserted again.
 */
export async function insertNew<T extends Keyed>(
  into: Target<T>,
  docs: readonly T[],
  ...indexes: readonly UniqueIndex[]
): Promise<number[]> {
  let open = placesInOrder(docs, ({ _id, dedupeKey }) => dedupeKey ?? _id);
  let inserted = 0;
  const known: number[] = [];
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const some = open.flatMap((place) => docs[place] ?? []);
    try {
      inserted += (await into.insertMany(some, { ordered: false })).insertedCount;
      open = [];
    } catch (error) {
      const refused = refusalsOf(error, some.length, ...indexes);
      if (refused.victims.length > 0 && attempt === tries) throw error;
      const places = (of: readonly number[]) => of.flatMap((index) => open[index] ?? []);
      known.push(...places(refused.known));
      inserted += refused.inserted;
      open = places(refused.victims);
    }
  }
  if (inserted + known.length !== docs.length) {
    throw new Error(
      `${inserted} documents were inserted and ${known.length} known already, of ${docs.length}`,
    );
  }
  return known.sort((a, b) => a - b);
}
