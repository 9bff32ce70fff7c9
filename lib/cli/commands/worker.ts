import type { Command } from 'commander';
import { startScheduler } from '@/lib/jobs/scheduler';
import { startWorker } from '@/lib/jobs/worker';
import { jobHandlers } from '@/lib/server/job-handlers';
import { scheduledTicks } from '@/lib/server/ticks';
import { say } from '../output';
import { withDatabase } from '../with-database';

export function workerCommand(program: Command): void {
  program
    .command('worker')
    .description('Does jobs and looks at schedules until it is told to end (Ctrl-C).')
    .option('--concurrency <n>', 'jobs at once', Number, 2)
    .action(({ concurrency }: { concurrency: number }) =>
      withDatabase(async (db) => {
        const stop = new AbortController();
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
        say(`Doing jobs, ${concurrency} at once. Ctrl-C ends it.`);
        await Promise.all([
          startWorker(db, { handlers: jobHandlers, signal: stop.signal, concurrency }),
          startScheduler(db, { ticks: scheduledTicks, signal: stop.signal }),
        ]);
      }),
    );
}
