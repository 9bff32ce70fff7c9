import type { Db, Filter } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { JobDoc, MemberDoc, MemberScope, MemberWrites } from '@/lib/db/documents';

/**
 * A worker that was asleep may still send a write, or have one on its way, when another has its job: no look at a clock
 * shuts that out. So a claim first says in its job which members it is about to change; whoever takes over, or works under
 * the same lock key afterwards, closes these members to it before reading anything; and every such write asks whether its
 * member is closed to its claim. Only what was lost costs anything, and no clock has a say.
 */

/** Part of the filter of every write to members that a claim makes. */
export type IsOpen = Record<string, { $not: { $gte: number } }>;

/** What has to hold of a member for the claim with this fence to change `what` of it. */
export function openTo(what: string, fence: number): IsOpen {
  return { [`closedTo.${what}`]: { $not: { $gte: fence } } };
}

/** Closes what earlier claims were about to change: those of this job, and of others that had its lock key. */
export async function closeEarlier(db: Db, job: JobDoc, isLocked: boolean): Promise<void> {
  await closeLost(db, job.fence, { _id: job._id });
  if (isLocked) await closeLost(db, job.fence, { lockKey: job.lockKey });
}

/** The same of other jobs, whose writes would spoil what the claim with this fence does. */
export async function closeLost(db: Db, fence: number, of: Filter<JobDoc>): Promise<void> {
  const lost = await collection(db, 'jobs')
    .find({ ...of, 'writing.fence': { $lt: fence } })
    .toArray();
  for (const { _id, writing } of lost) {
    if (!writing) continue;
    await close(db, writing);
    await collection(db, 'jobs').updateOne(
      { _id, 'writing.fence': writing.fence },
      { $unset: { writing: '' } },
    );
  }
}

/** Members are closed, not changed: what is told by `updatedAt` stays as it is. */
async function close(db: Db, { what, members, fence }: MemberWrites & { fence: number }): Promise<void> {
  const closed = { $max: { [`closedTo.${what}`]: fence } };
  await collection(db, 'members').updateMany(scopeFilter(members), closed);
}

function scopeFilter(scope: MemberScope): Filter<MemberDoc> {
  if ('ids' in scope) return { _id: { $in: scope.ids } };
  if ('ords' in scope) return { ord: { $in: scope.ords } };
  return { ord: { $gte: scope.from, $lt: scope.to } };
}
