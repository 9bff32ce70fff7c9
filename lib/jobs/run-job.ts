import type { Db } from 'mongodb';
import type { JobDoc } from '@/lib/db/documents';
import { metrics } from '@/lib/ground/monitoring/metrics';
import { log } from '@/lib/log/logger';
import type { Claimed } from './claim';
import type { Clock } from './database-clock';
import { fencedRelease } from './fenced-write';
import type { Fence, Job } from './handler';
import { JobStopped } from './job-stopped';
import { type KeptLease, keepLease, type LeaseTimes } from './keep-lease';
import { releaseLock } from './lock';
import { closeEarlier, openTo } from './member-writes';
import { badEnd, type Outcome, outcomeOfError, outcomeWithoutRun } from './outcome';

export interface Workplace {
  db: Db;
  clock: Clock;
  times: LeaseTimes;
  /** Aborts when the process stops. */
  shutdown: AbortSignal;
}

/**
 * Brings one claimed job to its outcome. Never throws: what can't be written is logged, and the lease runs out.
 * `leasedAt` is `performance.now()` from before the claim.
 */
export async function runJob(
  place: Workplace,
  handler: Job,
  claimed: Claimed,
  leasedAt: number,
): Promise<void> {
  const { job } = claimed;
  const controller = new AbortController();
  const stop = () => controller.abort(new JobStopped('shutdown'));
  place.shutdown.addEventListener('abort', stop, { once: true });
  if (place.shutdown.aborted) stop();
  const kept = keepLease(place, claimed, leasedAt, controller);
  try {
    await closeEarlier(place.db, job, claimed.lock !== null);
    const outcome = outcomeWithoutRun(job) ?? (await attempt(place, handler, job, kept, controller.signal));
    await tellEnd(place.db, handler, job, outcome);
    await kept.stop();
    if (outcome) await release(place, claimed, { ...outcome, progress: kept.lastProgress() });
  } catch (error) {
    log.error({ err: error, job: job._id, kind: job.kind }, 'the end of a job could not be written');
  } finally {
    await kept.stop();
    place.shutdown.removeEventListener('abort', stop);
  }
}

async function attempt(
  { db, clock }: Workplace,
  handler: Job,
  job: JobDoc,
  kept: KeptLease,
  signal: AbortSignal,
): Promise<Outcome> {
  const { fence } = job;
  const fenced: Fence = {
    owner: job.owner ?? '',
    fence,
    hold: () => kept.hold(),
    writing: async (what, members) => {
      await kept.hold({ what, members, fence });
      return openTo(what, fence);
    },
  };
  try {
    signal.throwIfAborted();
    const result = await handler.run({
      db,
      params: job.params,
      progress: kept.progress,
      signal,
      job,
      fenced,
    });
    return { state: 'done', result: result ?? null, error: null };
  } catch (error) {
    // A write that found another claim's fence throws before any heartbeat tells.
    const reason: unknown = error instanceof JobStopped ? error : signal.reason;
    const stopped = reason instanceof JobStopped ? reason.why : null;
    return outcomeOfError(job, error, stopped, clock.now());
  }
}

/** Before the end is written: if this process dies in between, the next claim tells it again. */
async function tellEnd(db: Db, handler: Job, job: JobDoc, outcome: Outcome): Promise<void> {
  const end = badEnd(outcome);
  if (end === null) return;
  try {
    await handler.ended({ db, params: job.params, job, ...end });
  } catch (error) {
    log.error({ err: error, job: job._id, kind: job.kind }, 'a job could not clean up after itself');
  }
}

async function release(
  { db, clock }: Workplace,
  { job, lock }: Claimed,
  outcome: NonNullable<Outcome>,
): Promise<void> {
  const released = await fencedRelease(db, job, outcome, clock.now());
  metrics().jobsEnded.inc({ kind: job.kind, state: released?.state ?? 'lost' });
  if (released === null) log.warn({ job: job._id, kind: job.kind }, 'a job was taken over before its end');
  if (lock) await releaseLock(db, lock);
}
