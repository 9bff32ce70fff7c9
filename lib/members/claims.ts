import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { insertNew } from '@/lib/db/insert-new';
import type { Fence } from '@/lib/jobs/handler';

/** Who holds these identities: key → member id; without an entry nobody does. */
export async function readClaims(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const found = await collection(db, 'identities')
    .find({ _id: { $in: [...keys] } }, { batchSize: keys.length + 1 })
    .toArray();
  return new Map(found.map(({ _id, memberId }) => [_id, memberId]));
}

/** Claims identities and gives the keys that somebody else was quicker to claim. */
export async function makeClaims(db: Db, claims: ReadonlyMap<string, string>): Promise<Set<string>> {
  // In one order everywhere: of two imports with the same people, one wins them all.
  const docs = [...claims].sort(([a], [b]) => (a < b ? -1 : 1)).map(([_id, memberId]) => ({ _id, memberId }));
  const lost = await insertNew(collection(db, 'identities'), docs, '_id_');
  return new Set(lost.flatMap((index) => docs[index]?._id ?? []));
}

/** Gives up claims that are still held by these members. */
export async function releaseClaims(db: Db, claims: ReadonlyMap<string, string>): Promise<void> {
  if (claims.size === 0) return;
  await collection(db, 'identities').bulkWrite(
    [...claims].map(([_id, memberId]) => ({ deleteOne: { filter: { _id, memberId } } })),
    { ordered: false },
  );
}

/**
 * Frees claims that members (the values) have carried. They are marked first, and only what bears the mark goes: a worker that
 * comes back late finds out in between, and what it sent before finds claims that were made anew without its mark.
 */
export async function freeClaims(db: Db, claims: ReadonlyMap<string, string>, fenced?: Fence): Promise<void> {
  if (claims.size === 0) return;
  if (!fenced) return releaseClaims(db, claims);
  const identities = collection(db, 'identities');
  const leaving = fenced.fence;
  await identities.bulkWrite(
    [...claims].map(([_id, memberId]) => ({
      updateOne: { filter: { _id, memberId }, update: { $max: { leaving } } },
    })),
    { ordered: false },
  );
  await fenced.hold();
  await identities.bulkWrite(
    [...claims].map(([_id, memberId]) => ({ deleteOne: { filter: { _id, memberId, leaving } } })),
    { ordered: false },
  );
}
