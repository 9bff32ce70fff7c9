import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { JobDoc } from '@/lib/db/documents';
import { log } from '@/lib/log/logger';
import type { Claimed } from './claim';
import type { Clock } from './database-clock';
import { fencedWrite } from './fenced-write';
import type { ReportProgress } from './handler';
import { JobStopped } from './job-stopped';
import { renewLock } from './lock';

/** Milliseconds. A lease must outlive several missed beats. */
export interface LeaseTimes {
  leaseMs: number;
  beatMs: number;
  /** The shortest time between two writes of progress. */
  progressMs: number;
}

export interface KeptLease {
  progress: ReportProgress;
  /** The last progress that was reported. */
  lastProgress(): JobDoc['progress'];
  hold(writing?: JobDoc['writing']): Promise<void>;
  /** Ends the beats; resolves when none is under way any more. */
  stop(): Promise<void>;
}

/**
 * Keeps a lease alive until stopped, writes progress with it, and aborts `controller` when the job was
 * cancelled or the lease is lost. It counts as lost when nothing was renewed in time by this process's own
 * clock, which stops the handler before another worker can begin, even when the database can't be reached. A process
 * that was asleep or too busy to look (its own timers come late) asks once more first: as long as nobody has taken the
 * job, the lease is renewed and nothing is lost. `leasedAt` is `performance.now()` from before the job was claimed.
 */
export function keepLease(
  { db, clock, times }: { db: Db; clock: Clock; times: LeaseTimes },
  { job, lock }: Claimed,
  leasedAt: number,
  controller: AbortController,
): KeptLease {
  const ended = new AbortController();
  let progress = job.progress;
  let unwritten = false;
  let renewedAt = leasedAt;
  let deadline = armDeadline();

  function armDeadline(): NodeJS.Timeout {
    const due = renewedAt + times.leaseMs - times.beatMs;
    const lose = () => controller.abort(new JobStopped('lost'));
    const expire = () => {
      if (performance.now() - due < times.beatMs) return lose();
      deadline = setTimeout(lose, times.beatMs);
      beat().catch(lose);
    };
    return setTimeout(expire, Math.max(0, due - performance.now()));
  }

  async function beat(writing?: JobDoc['writing']): Promise<void> {
    const sent = performance.now();
    const now = clock.now();
    const written = { ...(unwritten ? { progress } : {}), ...(writing ? { writing } : {}) };
    unwritten = false;
    const leaseUntil = new Date(now.getTime() + times.leaseMs);
    // The lock first: it must never run out while the job's own lease goes on.
    const locked = lock === null || (await renewLock(db, lock, leaseUntil));
    const renewed = locked ? await fencedWrite(db, job, { leaseUntil, ...written }, now) : null;
    if (renewed === null) {
      controller.abort(new JobStopped('lost'));
      ended.abort();
      return;
    }
    renewedAt = sent;
    clearTimeout(deadline);
    if (!ended.signal.aborted) deadline = armDeadline();
    if (renewed.cancelRequested) controller.abort(new JobStopped('cancelled'));
  }

  async function beats(): Promise<void> {
    while (!ended.signal.aborted) {
      await sleep(times.progressMs, undefined, { signal: ended.signal }).catch(() => undefined);
      const due = unwritten || performance.now() - renewedAt >= times.beatMs;
      if (ended.signal.aborted || !due) continue;
      await beat().catch((error) => {
        unwritten = true;
        log.warn({ err: error, job: job._id }, 'heartbeat failed');
      });
    }
  }

  const beating = beats();
  return {
    progress: (done, total, phase) => {
      progress = { done, total, phase };
      unwritten = true;
    },
    lastProgress: () => progress,
    hold: async (writing) => {
      controller.signal.throwIfAborted();
      await beat(writing);
      controller.signal.throwIfAborted();
    },
    stop: async () => {
      ended.abort();
      await beating;
      clearTimeout(deadline);
    },
  };
}
