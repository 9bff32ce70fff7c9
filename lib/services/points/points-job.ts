import type { Db } from 'mongodb';
import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import type { PointProgrammeDoc } from '@/lib/db/point-documents';
import { notLater } from '@/lib/jobs/fenced-record';
import { defineJob } from '@/lib/jobs/handler';
import { bookedByRun } from './booked-by-run';
import { runPoints } from './run-points';

/** Earns, takes back and expires points for all members. Started again after a crash it goes on with what is left. */
export const pointsJob = defineJob({
  kind: 'points-run',
  params: z.object({}),
  async run({ db, signal, progress, fenced, job }) {
    const began = performance.now();
    const booked = await runPoints(db, {
      now: new Date(),
      by: job.createdBy,
      run: job._id,
      signal,
      async onStep(done, total) {
        progress(done, total, 'settle');
        await fenced.hold();
      },
    });
    // Started again, it found part of its entries booked.
    const outcome = job.firstFence === job.fence ? booked : await bookedByRun(db, job._id);
    const tookMs = Math.round(performance.now() - began);
    await fenced.hold();
    await note(db, fenced.fence, { lastRun: { at: new Date(), tookMs, outcome }, failure: null });
    return { ...outcome, tookMs };
  },
  ended: ({ db, job, state }) => note(db, job.fence, { failure: { at: new Date(), state } }),
});

/** Both at once, so that a run that ended well has no failure before it. Nothing over the word of a later claim. */
async function note(
  db: Db,
  fence: number,
  change: Pick<PointProgrammeDoc, 'failure'> & Partial<Pick<PointProgrammeDoc, 'lastRun'>>,
): Promise<void> {
  const programmes = collection(db, 'pointProgrammes');
  try {
    await programmes.insertOne({ _id: 'points' });
  } catch (error) {
    if (!isDuplicateKey(error, '_id_')) throw error;
  }
  await programmes.updateOne({ _id: 'points', ...notLater(fence) }, { $set: { ...change, fence } });
}
