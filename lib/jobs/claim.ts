import type { Db, Filter } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { heldLocks, type Lock, releaseLock, takeLock } from './lock';
import { nextFence } from './next-fence';

export interface Claim {
  kinds: readonly string[];
  owner: string;
  leaseMs: number;
  now: Date;
}

/** A job that is ours under its new fence, and its lock key, if it has one. */
export interface Claimed {
  job: JobDoc;
  lock: Lock | null;
}

const CANDIDATES = 10;

/**
 * Takes the next job that is due, or whose worker is gone; null when there is none. The lock key comes first,
 * then the job: a crash in between leaves a lock that runs out, never a job without its lock.
 */
export async function claim(db: Db, claim: Claim): Promise<Claimed | null> {
  for (const candidate of await candidates(db, claim)) {
    const claimed = await claimOne(db, candidate, claim);
    if (claimed) return claimed;
  }
  return null;
}

type Candidate = Pick<JobDoc, '_id' | 'lockKey' | 'cancelRequested'>;

async function candidates(db: Db, { kinds, now }: Claim): Promise<Candidate[]> {
  const lockKey = { $nin: await heldLocks(db, now) };
  const find = (filter: Filter<JobDoc>) =>
    collection(db, 'jobs')
      .find({ kind: { $in: [...kinds] }, ...filter })
      .sort({ runAt: 1 })
      .limit(CANDIDATES)
      .project<Candidate>({ _id: 1, lockKey: 1, cancelRequested: 1 })
      .toArray();
  const [expired, cancelled, due] = await Promise.all([
    find({ state: 'running', leaseUntil: { $lt: now }, lockKey }),
    find({ state: 'queued', cancelRequested: true }),
    find({ state: 'queued', cancelRequested: false, runAt: { $lte: now }, lockKey }),
  ]);
  return [...expired, ...cancelled, ...due];
}

async function claimOne(db: Db, candidate: Candidate, claim: Claim): Promise<Claimed | null> {
  const { lockKey, cancelRequested } = candidate;
  const leaseUntil = new Date(claim.now.getTime() + claim.leaseMs);
  // A cancelled job is only brought to its end, which needs no lock.
  const needed = cancelRequested ? null : lockKey;
  const lock = needed === null ? null : await takeLock(db, needed, leaseUntil, claim.now);
  if (needed !== null && lock === null) return null;
  const job = await takeJob(db, candidate, leaseUntil, claim);
  if (job === null && lock !== null) await releaseLock(db, lock);
  return job && { job, lock };
}

/**
 * The candidate was read a moment ago: everything that made it claimable has to hold still. The fence is taken after the
 * lock, and is never lower than one that the job had: so of two claims of a job or of a lock key the later one has the
 * greater, however long one of them was asleep in between.
 */
async function takeJob(
  db: Db,
  { _id, cancelRequested }: Candidate,
  leaseUntil: Date,
  { owner, now }: Claim,
): Promise<JobDoc | null> {
  const queued = cancelRequested
    ? { state: 'queued' as const }
    : { state: 'queued' as const, runAt: { $lte: now } };
  const fence = await nextFence(db);
  return collection(db, 'jobs').findOneAndUpdate(
    {
      _id,
      cancelRequested,
      fence: { $lt: fence },
      $or: [queued, { state: 'running', leaseUntil: { $lt: now } }],
    },
    {
      $set: { state: 'running', owner, leaseUntil, fence, updatedAt: now },
      $min: { firstFence: fence },
      $inc: { attempts: 1 },
    },
    { returnDocument: 'after' },
  );
}
