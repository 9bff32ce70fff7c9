import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { type Digest, digestModulus } from './member-columns';

const sum = { $sum: { $mod: [{ $toLong: '$updatedAt' }, digestModulus] } };

/** The members in the database written after one instant up to another, and how many were written later still. */
export async function digestSince(
  db: Db,
  after: number,
  upTo: number,
): Promise<{ known: Digest; later: number }> {
  const found = await collection(db, 'members')
    .aggregate<{ _id: boolean; n: number; sum: number }>([
      { $match: { updatedAt: { $gt: new Date(after) } } },
      { $group: { _id: { $gt: ['$updatedAt', new Date(upTo)] }, n: { $sum: 1 }, sum } },
    ])
    .toArray();
  const known = found.find(({ _id }) => !_id);
  return {
    known: { n: known?.n ?? 0, sum: Number(known?.sum ?? 0) },
    later: found.find(({ _id }) => _id)?.n ?? 0,
  };
}

/** All members in the database that say when they were written. */
export async function digestAll(db: Db): Promise<Digest> {
  const [found] = await collection(db, 'members')
    .aggregate<Digest>([
      { $match: { updatedAt: { $type: 'date' } } },
      { $group: { _id: null, n: { $sum: 1 }, sum } },
    ])
    .toArray();
  return { n: found?.n ?? 0, sum: Number(found?.sum ?? 0) };
}
