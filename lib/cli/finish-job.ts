import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { isProblemCode } from '@/lib/contracts/problems';
import type { JobDoc } from '@/lib/db/documents';
import { jobById } from '@/lib/jobs/control';
import { startWorker } from '@/lib/jobs/worker';
import { jobHandlers } from '@/lib/server/job-handlers';
import type { Standing } from './progress-meter';
import { progressPrinter } from './progress-printer';

const pollMs = 200;
const ended: readonly JobDoc['state'][] = ['done', 'failed', 'cancelled', 'dead'];

/**
 * Waits until a queued job has ended, and does it here when no server or worker takes it first; says meanwhile how far it
 * is, as the job itself tells or as `look` finds. Throws the problem it failed with.
 */
export async function finishJob(
  db: Db,
  id: string,
  look: (job: JobDoc) => Standing | Promise<Standing> = standingOf,
): Promise<JobDoc> {
  const queued = await jobById(db, id);
  const stop = new AbortController();
  const worker = startWorker(db, {
    handlers: jobHandlers,
    kinds: [queued.kind],
    signal: stop.signal,
    concurrency: 1,
  });
  const progress = progressPrinter();
  try {
    for (;;) {
      const job = await jobById(db, id);
      if (ended.includes(job.state)) return succeeded(job);
      progress.tell(await look(job));
      await sleep(pollMs);
    }
  } finally {
    progress.end();
    stop.abort();
    await worker;
  }
}

/** What jobs tell of is members, and for a while it is nothing. */
function standingOf({ state, progress: { phase, done, total } }: JobDoc): Standing {
  const share = total === null || total === 0 ? null : done / total;
  return { phase: state === 'running' && phase ? phase : state, done, unit: 'members', share };
}

function succeeded(job: JobDoc): JobDoc {
  if (job.state === 'done') return job;
  const code = job.error?.code ?? '';
  if (isProblemCode(code)) throw new Problem(code, job.error?.params ?? {});
  throw new Error(job.error?.message ?? `The job was ${job.state}.`);
}
