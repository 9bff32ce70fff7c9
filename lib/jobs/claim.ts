import type { Db, Filter } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';

export interface Claim {
  kinds: readonly string[];
  owner: string;
  leaseMs: number;
  now: Date;
}

const CANDIDATES = 10;

/**
 * Takes the next job that is due, or whose worker is gone, under a new fence; null when there is none. Being
 * claimed is one write to one document; the unique index on `runningLock` makes that same write fail while
 * another job with the lock key runs, so the lock can't come apart from the job.
 */
export async function claim(db: Db, claim: Claim): Promise<JobDoc | null> {
  const taken = new Set<string>();
  for (const { _id, lockKey, cancelRequested } of await candidates(db, claim)) {
    if (lockKey !== null && taken.has(lockKey)) continue;
    // A cancelled job is only brought to its end, which needs no lock.
    const lock = lockKey === null || cancelRequested ? {} : { runningLock: lockKey };
    try {
      const job = await take(db, _id, cancelRequested, lock, claim);
      if (job) return job;
    } catch (error) {
      if (lockKey === null || !isDuplicateKey(error)) throw error;
      taken.add(lockKey);
    }
  }
  return null;
}

type Candidate = Pick<JobDoc, '_id' | 'lockKey' | 'cancelRequested'>;

async function candidates(db: Db, { kinds, now }: Claim): Promise<Candidate[]> {
  const jobs = collection(db, 'jobs');
  const find = (filter: Filter<JobDoc>) =>
    jobs
      .find({ kind: { $in: [...kinds] }, ...filter })
      .project<Candidate>({ _id: 1, lockKey: 1, cancelRequested: 1 })
      .limit(CANDIDATES);
  const running = await jobs
    .find({ state: 'running', runningLock: { $exists: true } })
    .project<Pick<JobDoc, 'runningLock'>>({ runningLock: 1 })
    .toArray();
  const held = running.flatMap(({ runningLock }) => runningLock ?? []);
  const [expired, cancelled, due] = await Promise.all([
    find({ state: 'running', leaseUntil: { $lt: now } }).toArray(),
    find({ state: 'queued', cancelRequested: true }).toArray(),
    find({ state: 'queued', runAt: { $lte: now }, lockKey: { $nin: held } })
      .sort({ runAt: 1 })
      .toArray(),
  ]);
  return [...expired, ...cancelled, ...due];
}

async function take(
  db: Db,
  _id: string,
  cancelRequested: boolean,
  lock: Pick<JobDoc, 'runningLock'>,
  { owner, leaseMs, now }: Claim,
): Promise<JobDoc | null> {
  const leaseUntil = new Date(now.getTime() + leaseMs);
  return collection(db, 'jobs').findOneAndUpdate(
    // The candidates were read a moment ago: everything that made this one claimable has to hold still.
    {
      _id,
      cancelRequested,
      $or: [
        { state: 'queued', ...(cancelRequested ? {} : { runAt: { $lte: now } }) },
        { state: 'running', leaseUntil: { $lt: now } },
      ],
    },
    {
      $set: { state: 'running', owner, leaseUntil, updatedAt: now, ...lock },
      $inc: { fence: 1, attempts: 1 },
    },
    { returnDocument: 'after' },
  );
}
