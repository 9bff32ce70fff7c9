import { getDb } from '@/lib/db/connect';
import { log } from '@/lib/log/logger';
import { jobHandlers } from './registry';
import { startScheduler } from './scheduler';
import { scheduledTicks } from './ticks';
import { startWorker } from './worker';

const RETRY_MS = 5_000;

/**
 * Does jobs and looks at schedules inside the server process, until `signal` aborts. `TAGLOOM_SERVER_JOBS=off`
 * leaves both to `tagloom worker` processes. A database that is away at the start is waited for.
 */
export async function workInServer(signal: AbortSignal): Promise<void> {
  if (process.env.TAGLOOM_SERVER_JOBS === 'off') return;
  try {
    const db = await getDb();
    await Promise.all([
      startWorker(db, { handlers: jobHandlers, signal }),
      startScheduler(db, { ticks: scheduledTicks, signal }),
    ]);
  } catch (error) {
    log.error({ err: error }, 'no jobs are done: trying again');
    setTimeout(() => signal.aborted || void workInServer(signal), RETRY_MS).unref();
  }
}
