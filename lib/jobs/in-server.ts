import { stampRequests } from '@/lib/auth/request-stamp';
import { getDb } from '@/lib/db/connect';
import { log } from '@/lib/log/logger';
import { jobHandlers } from './registry';
import { startScheduler } from './scheduler';
import { scheduledTicks } from './ticks';
import { startWorker } from './worker';

const RETRY_MS = 5_000;

/**
 * What a server process does besides answering: stamps requests, does jobs and looks at schedules, until it is
 * told to end. `TAGLOOM_SERVER_JOBS=off` leaves jobs and schedules to `tagloom worker` processes.
 */
export function startInServer(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  stampRequests();
  if (process.env.TAGLOOM_SERVER_JOBS === 'off') return;
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  void work(stop.signal);
}

/** A database that is away at the start is waited for. */
async function work(signal: AbortSignal): Promise<void> {
  try {
    const db = await getDb();
    await Promise.all([
      startWorker(db, { handlers: jobHandlers, signal }),
      startScheduler(db, { ticks: scheduledTicks, signal }),
    ]);
  } catch (error) {
    log.error({ err: error }, 'no jobs are done: trying again');
    setTimeout(() => signal.aborted || void work(signal), RETRY_MS).unref();
  }
}
