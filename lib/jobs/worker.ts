import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { log } from '@/lib/log/logger';
import { claim } from './claim';
import { type Clock, databaseClock } from './database-clock';
import type { JobHandlers } from './handler';
import type { LeaseTimes } from './keep-lease';
import { runJob } from './run-job';

export interface WorkerOptions {
  /** What each kind does; `jobHandlers` of the registry. */
  handlers: JobHandlers;
  /** The kinds to take, default all that there are handlers for. */
  kinds?: readonly string[];
  /** Aborting stops the worker: running jobs go back to the queue. */
  signal: AbortSignal;
  /** Jobs at once, default 2. */
  concurrency?: number;
  times?: Partial<WorkerTimes>;
}

/** Milliseconds. */
export interface WorkerTimes extends LeaseTimes {
  /** Between two looks into an empty queue. */
  idleMs: number;
  /** How long a stopping worker waits for handlers that are slow to stop. */
  graceMs: number;
}

const LEASE_MS = 10_000;

/**
 * After a kill work goes on when the lease is over, so it is short; it needn't outlast the slowest batch, since it is renewed
 * while that goes on. `TAGLOOM_LEASE_MS` sets it, one second at least.
 */
function defaultTimes(): WorkerTimes {
  const set = Number(process.env.TAGLOOM_LEASE_MS);
  const leaseMs = Number.isFinite(set) && set > 0 ? Math.max(1_000, set) : LEASE_MS;
  return {
    leaseMs,
    beatMs: leaseMs / 5,
    progressMs: Math.min(500, leaseMs / 10),
    idleMs: 500,
    graceMs: 10_000,
  };
}

/** How often the difference between this machine's clock and the database's is measured anew. */
const CLOCK_MS = 60_000;

/** Takes and does jobs until `signal` aborts; resolves when the last one has stopped, or after the grace time. */
export async function startWorker(db: Db, options: WorkerOptions): Promise<void> {
  const { handlers, signal, concurrency = 2 } = options;
  const times = { ...defaultTimes(), ...options.times };
  const kinds = options.kinds ?? Object.keys(handlers);
  const owner = `${os.hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const running = new Set<Promise<void>>();
  const clock = refreshedClock(db);

  const next = async (): Promise<boolean> => {
    const now = await clock();
    const leasedAt = performance.now();
    const claimed = await claim(db, { kinds, owner, leaseMs: times.leaseMs, now: now.now() });
    const handler = claimed && handlers[claimed.job.kind];
    if (!handler) return false;
    const work = runJob({ db, clock: now, times, shutdown: signal }, handler, claimed, leasedAt);
    running.add(work);
    void work.finally(() => running.delete(work));
    return true;
  };

  while (!signal.aborted) {
    const found = running.size < concurrency && (await next().catch(complain));
    if (!found)
      await Promise.race([...running, sleep(times.idleMs, undefined, { signal }).catch(() => undefined)]);
  }
  await Promise.race([Promise.all(running), sleep(times.graceMs, undefined, { ref: false })]);
}

function complain(error: unknown): boolean {
  log.error({ err: error }, 'no job could be taken');
  return false;
}

function refreshedClock(db: Db): () => Promise<Clock> {
  let clock: Clock | null = null;
  let measuredAt = 0;
  return async () => {
    if (clock === null || performance.now() - measuredAt > CLOCK_MS) {
      clock = await databaseClock(db);
      measuredAt = performance.now();
    }
    return clock;
  };
}
