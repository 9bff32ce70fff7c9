import type { Db } from 'mongodb';
import { z } from 'zod';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { notLater } from '@/lib/jobs/fenced-record';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import { JobStopped } from '@/lib/jobs/job-stopped';
import { endOfOrds } from '@/lib/members/ord';
import { refuseIfUsed } from '@/lib/services/catalogue/usage';
import { removeUnmatched } from './unmatched-file';

const params = z.object({ list: z.string() });

/** Members in one statement, so that it can be cancelled in between. */
const RANGE = 20_000;

/** Takes a list off its members, range by range, then forgets it. Can be started again at any point. */
export const deleteListJob = defineJob({
  kind: 'delete-list',
  params,
  async run(context) {
    const { db, job, fenced } = context;
    const { fence } = fenced;
    const id = context.params.list;
    const lists = collection(db, 'lists');
    const list = await lists.findOneAndUpdate(
      { _id: id, state: { $ne: 'matching' }, ...notLater(fence) },
      { $set: { state: 'deleting', job: job._id, fence } },
      { returnDocument: 'after' },
    );
    if (list === null) return whyNotTaken(db, id);
    // Also asked for again after it had failed: meanwhile a rule may have come to read it.
    await refuseIfUsed(db, { kind: 'list', id }, { zh: list.label, en: list.label });
    const members = await takeOff(context, id);
    await fenced.hold();
    await removeUnmatched(id);
    await lists.deleteOne({ _id: id, fence });
    return { members };
  },
  /** What is left of it can only be removed: nobody knows whom it has been taken off. */
  async ended({ db, job: { fence }, params: { list } }) {
    await collection(db, 'lists').updateOne(
      { _id: list, state: 'deleting', ...notLater(fence) },
      { $set: { state: 'failed', fence } },
    );
  },
});

/** Null where it is gone already; throws `already-running`, or `JobStopped` when a later claim has it. */
async function whyNotTaken(db: Db, id: string): Promise<null> {
  const found = await collection(db, 'lists').findOne({ _id: id });
  if (found === null) return null;
  if (found.state === 'matching') throw new Problem('already-running', { name: found.label });
  throw new JobStopped('lost');
}

async function takeOff(
  { db, signal, progress, fenced }: JobContext<z.infer<typeof params>>,
  list: string,
): Promise<number> {
  const total = await endOfOrds(db);
  let taken = 0;
  for (let from = 0; from < total; from += RANGE) {
    signal.throwIfAborted();
    const to = from + RANGE;
    const isOpen = await fenced.writing(`list:${list}`, { from, to });
    const { modifiedCount } = await collection(db, 'members').updateMany(
      { ord: { $gte: from, $lt: to }, lists: list, ...isOpen },
      { $pull: { lists: list }, $set: { updatedAt: new Date() } },
    );
    taken += modifiedCount;
    progress(Math.min(to, total), total, 'remove');
  }
  return taken;
}
