import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import type { PointProgrammeDoc } from '@/lib/db/point-documents';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import { runPoints } from './run-points';

/** Earns, takes back and expires points for all members. Started again after a crash it goes on with what is left. */
export const pointsJob = defineJob({
  kind: 'points-run',
  params: z.object({}),
  async run({ db, signal, progress, fenced, job }) {
    const began = performance.now();
    const outcome = await runPoints(db, {
      now: new Date(),
      by: job.createdBy,
      signal,
      async onStep(done, total) {
        progress(done, total, 'settle');
        await fenced.hold();
      },
    });
    const tookMs = Math.round(performance.now() - began);
    await note(db, { lastRun: { at: new Date(), tookMs, outcome }, failure: null });
    return { ...outcome, tookMs };
  },
  ended: ({ db, state }) => note(db, { failure: { at: new Date(), state } }),
});

/** Both at once, so that a run that ended well has no failure before it. */
async function note(
  db: JobContext<unknown>['db'],
  change: Pick<PointProgrammeDoc, 'failure'> & Partial<Pick<PointProgrammeDoc, 'lastRun'>>,
): Promise<void> {
  await collection(db, 'pointProgrammes').updateOne({ _id: 'points' }, { $set: change }, { upsert: true });
}
