import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { stampRequests } from '@/lib/auth/request-stamp';
import { startMirror } from '@/lib/counting/mirror/in-server';
import { getDb } from '@/lib/db/connect';
import { startScheduler } from '@/lib/jobs/scheduler';
import { startWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log/logger';
import { trackServers } from './http-servers';
import { jobHandlers } from './job-handlers';
import { scheduledTicks } from './ticks';

const RETRY_MS = 5_000;
/** How long requests and jobs may take to end; less than what set-up waits before it kills. */
const END_MS = 12_000;

/**
 * What a server process does besides answering: stamps requests, counts in memory, does jobs and looks at schedules,
 * until it is told to end. `TAGLOOM_SERVER_JOBS=off` leaves jobs and schedules to `tagloom worker` processes.
 */
export function startInServer(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  stampRequests();
  startMirror();
  const closeServers = trackServers();
  const stop = new AbortController();
  const worked = process.env.TAGLOOM_SERVER_JOBS === 'off' ? Promise.resolve() : work(stop.signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
      // Left to itself Next ends the process before running jobs are back in the queue, and they would wait for
      // their lease to run out. Set-up sets this, and Next then leaves the end to us.
      if (!process.env.NEXT_MANUAL_SIG_HANDLE) return;
      const ended = Promise.all([worked, closeServers()]);
      void Promise.race([ended, sleep(END_MS)]).then(() => process.exit(128 + os.constants.signals[signal]));
    });
  }
}

/** Until `signal` aborts and the last job has stopped. A database that is away at the start is waited for. */
async function work(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const db = await getDb();
      await Promise.all([
        startWorker(db, { handlers: jobHandlers, signal }),
        startScheduler(db, { ticks: scheduledTicks, signal }),
      ]);
    } catch (error) {
      log.error({ err: error }, 'no jobs are done: trying again');
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
