import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { inOneOrder } from '@/lib/db/one-order';
import type { PointAccountDoc } from '@/lib/db/point-documents';
import { earnedInAll, emptyAccount } from './booking';

/** What members carry of their points. */
export interface MemberPoints {
  points_balance?: unknown;
  points_earned?: unknown;
}

/**
 * Stores balance and points earned with members where they differ; a member without an account has none. Two at once may have
 * read an account one after the other and write the other way round: what is of a later state of it stays.
 */
export async function writePoints(
  db: Db,
  members: readonly { _id: string; metrics?: MemberPoints }[],
): Promise<void> {
  const accounts = new Map<string, Pick<PointAccountDoc, '_id' | 'seq' | 'balance' | 'totals'>>();
  const found = collection(db, 'pointAccounts')
    .find({ _id: { $in: members.map(({ _id }) => _id) } }, { batchSize: members.length + 1 })
    .project<Pick<PointAccountDoc, '_id' | 'seq' | 'balance' | 'totals'>>({ seq: 1, balance: 1, totals: 1 });
  for await (const account of found) accounts.set(account._id, account);
  const updatedAt = new Date();
  const ordered = inOneOrder(members, ({ _id }) => _id);
  const writes = ordered.flatMap(({ _id, metrics }) => {
    const account = accounts.get(_id) ?? emptyAccount(_id);
    const { seq, balance } = account;
    const earned = earnedInAll(account);
    if (metrics?.points_balance === balance && metrics.points_earned === earned) return [];
    const set = {
      'metrics.points_balance': balance,
      'metrics.points_earned': earned,
      pointsSeq: seq,
      updatedAt,
    };
    const filter = { _id, pointsSeq: { $not: { $gt: seq } } };
    return [{ updateOne: { filter, update: { $set: set } } }];
  });
  if (writes.length > 0) await collection(db, 'members').bulkWrite(writes, { ordered: false });
}
