import type { Db } from 'mongodb';
import { systemActor } from '@/lib/contracts/people';
import type { Run } from '@/lib/contracts/runs';
import { collection } from '@/lib/db/collections';
import { nextFence } from '@/lib/jobs/next-fence';
import { testFence } from '@/lib/jobs/testing/fence';
import { runnableDefinition } from '../definition-of';
import { runById } from '../run-dto';
import { runJob } from '../run-job';
import { startRun } from '../start-run';

/** Runs the published version of a definition as of an instant (ms), as a worker would. */
export async function runToEnd(db: Db, definition: string, asOf: number): Promise<Run> {
  const run = await startRun(db, systemActor('test'), await runnableDefinition(db, definition), {
    asOf,
    trigger: 'person',
  });
  await workOn(db, run.job);
  return runById(db, run._id);
}

/** Does the job of a run; `dies` is asked before every range of members, and throws to have it die there. */
export async function workOn(
  db: Db,
  job: string,
  dies: (held: number) => void = () => undefined,
): Promise<void> {
  const queued = await collection(db, 'jobs').findOne({ _id: job });
  if (!queued) throw new Error('No job was queued.');
  let held = 0;
  await runJob.run({
    db,
    params: queued.params,
    job: queued,
    progress: () => undefined,
    signal: new AbortController().signal,
    fenced: testFence(await nextFence(db), () => {
      held += 1;
      dies(held);
    }),
  });
}
