import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { isProblemCode } from '@/lib/contracts/problems';
import type { JobDoc } from '@/lib/db/documents';
import { jobById } from '@/lib/jobs/control';
import { jobHandlers } from '@/lib/jobs/registry';
import { startWorker } from '@/lib/jobs/worker';
import { say } from './output';

const pollMs = 200;
const sayEveryMs = 2_000;
const ended: readonly JobDoc['state'][] = ['done', 'failed', 'cancelled', 'dead'];

/**
 * Waits until a queued job has ended, and does it here when no server or worker takes it first. Throws the problem it
 * failed with.
 */
export async function finishJob(db: Db, id: string): Promise<JobDoc> {
  const queued = await jobById(db, id);
  const stop = new AbortController();
  const worker = startWorker(db, {
    handlers: jobHandlers,
    kinds: [queued.kind],
    signal: stop.signal,
    concurrency: 1,
  });
  try {
    let saidAt = Date.now();
    for (;;) {
      const job = await jobById(db, id);
      if (ended.includes(job.state)) return succeeded(job);
      if (Date.now() - saidAt > sayEveryMs) {
        saidAt = Date.now();
        const { phase, done, total } = job.progress;
        say(`${job.state}: ${phase} ${done}${total === null ? '' : ` of ${total}`}`);
      }
      await sleep(pollMs);
    }
  } finally {
    stop.abort();
    await worker;
  }
}

function succeeded(job: JobDoc): JobDoc {
  if (job.state === 'done') return job;
  const code = job.error?.code ?? '';
  if (isProblemCode(code)) throw new Problem(code, job.error?.params ?? {});
  throw new Error(job.error?.message ?? `The job was ${job.state}.`);
}
