import type { Db } from 'mongodb';
import { z } from 'zod';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { matchedOurs, notLater } from '@/lib/jobs/fenced-record';
import { defineJob } from '@/lib/jobs/handler';
import { JobStopped } from '@/lib/jobs/job-stopped';
import { findList } from './list-dto';
import { matchList } from './match-list';
import { removeUnmatched } from './unmatched-file';

/** Matches a list's ids to members and puts the list on them. Started again, it goes through the file anew. */
export const matchListJob = defineJob({
  kind: 'match-list',
  params: z.object({ list: z.string() }),
  async run({ db, params: { list: id }, signal, progress, fenced, job }) {
    const lists = collection(db, 'lists');
    const { fence } = fenced;
    // Failed: it is tried again.
    const list = await lists.findOneAndUpdate(
      { _id: id, state: { $in: ['matching', 'failed'] }, ...notLater(fence) },
      { $set: { state: 'matching', job: job._id, fence } },
      { returnDocument: 'after' },
    );
    if (list === null) return whyNotTaken(db, id, fence);
    const onProgress = (done: number, total: number) => progress(done, total, 'match');
    const counts = await matchList(db, list, { signal, fenced, onProgress });
    await fenced.hold();
    const change = { ...counts, state: 'ready' as const, unmatched: fence };
    matchedOurs(await lists.updateOne({ _id: id, fence }, { $set: change }));
    await removeUnmatched(id, fence);
    return counts;
  },
  async ended({ db, job: { fence }, params }) {
    await collection(db, 'lists').updateOne(
      { _id: params.list, state: 'matching', ...notLater(fence) },
      { $set: { state: 'failed', fence } },
    );
  },
});

/** Null where it was matched by a job that died before it could say so. Throws `not-found`, `already-running`, `JobStopped`. */
async function whyNotTaken(db: Db, id: string, fence: number): Promise<null> {
  const list = await findList(db, id);
  if ((list.fence ?? 0) > fence) throw new JobStopped('lost');
  if (list.state === 'deleting') throw new Problem('already-running', { name: list.label });
  return null;
}
