import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';

/** One claim of one job: only its holder's writes match. */
export type Lease = Pick<JobDoc, '_id' | 'owner' | 'fence'>;

/** What a holder may still change: everything but who holds it. */
export type JobChange = Partial<
  Pick<JobDoc, 'leaseUntil' | 'progress' | 'state' | 'result' | 'error' | 'runAt' | 'attempts' | 'writing'>
>;

/** Changes a job if the lease is still the current one; null when it isn't, and then nothing was changed. */
export async function fencedWrite(
  db: Db,
  lease: Lease,
  change: JobChange,
  now: Date,
): Promise<JobDoc | null> {
  const { _id, owner, fence } = lease;
  return collection(db, 'jobs').findOneAndUpdate(
    { _id, owner, fence, state: 'running' },
    { $set: { ...change, updatedAt: now } },
    { returnDocument: 'after' },
  );
}

/** Ends a claim: like a fenced write, and gives up the lease with it. */
export async function fencedRelease(
  db: Db,
  lease: Lease,
  change: JobChange & Pick<JobDoc, 'state'>,
  now: Date,
): Promise<JobDoc | null> {
  const { _id, owner, fence } = lease;
  return collection(db, 'jobs').findOneAndUpdate(
    { _id, owner, fence, state: 'running' },
    {
      $set: { ...change, owner: null, leaseUntil: null, updatedAt: now },
      // After any other end a write that nobody waits for any more may still be under way.
      ...(change.state === 'done' ? { $unset: { writing: '' } } : {}),
    },
    { returnDocument: 'after' },
  );
}
