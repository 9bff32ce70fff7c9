import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { serverTraits } from './server-traits';

/**
 * The state of the data that rules read. Two equal keys mean equal answers: every write to a member sets `updatedAt`
 * (the newest is read from its index), and events are only ever added, or removed in bulk with their members, so their
 * number tells. What it would miss is one event replaced by another, and a write that sets an `updatedAt` in the past:
 * the product does neither.
 */
export interface Watermark {
  key: string;
  members: number;
  /** The newest `updatedAt`; null while there are no members. */
  changedAt: Date | null;
}

/** A few milliseconds, or where the server has to count, about a tenth of a second a million documents. */
export async function readWatermark(db: Db): Promise<Watermark> {
  const [members, events, newest] = await Promise.all([
    size(db, 'members'),
    size(db, 'events'),
    collection(db, 'members').findOne({}, { sort: { updatedAt: -1 }, projection: { updatedAt: 1 } }),
  ]);
  const changedAt = newest?.updatedAt ?? null;
  return { key: `${members} ${events} ${changedAt?.getTime() ?? 0}`, members, changedAt };
}

async function size(db: Db, name: 'members' | 'events'): Promise<number> {
  const { keepsCounts } = await serverTraits(db);
  const of = collection(db, name);
  return keepsCounts ? of.estimatedDocumentCount() : of.countDocuments({});
}
