import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import { endOfOrds } from '@/lib/services/members/ord';
import { unmatchedPath } from './unmatched-file';

const params = z.object({ list: z.string() });

/** Members in one statement, so that it can be cancelled in between. */
const RANGE = 20_000;

/** Takes a list off its members, range by range, then forgets it. Can be started again at any point. */
export const deleteListJob = defineJob({
  kind: 'delete-list',
  params,
  async run(context) {
    const { db, job } = context;
    const id = context.params.list;
    const lists = collection(db, 'lists');
    const list = await lists.findOneAndUpdate(
      { _id: id, state: { $in: ['deleting', 'failed'] } },
      { $set: { state: 'deleting', job: job._id } },
      { returnDocument: 'after' },
    );
    if (list === null) return null;
    const members = await takeOff(context, id);
    await rm(await unmatchedPath(id), { force: true });
    await lists.deleteOne({ _id: id });
    return { members };
  },
  /** What is left of it can only be removed: nobody knows whom it has been taken off. */
  async ended({ db, params: { list } }) {
    await collection(db, 'lists').updateOne({ _id: list, state: 'deleting' }, { $set: { state: 'failed' } });
  },
});

async function takeOff(
  { db, signal, progress, fenced }: JobContext<z.infer<typeof params>>,
  list: string,
): Promise<number> {
  const total = await endOfOrds(db);
  let taken = 0;
  for (let from = 0; from < total; from += RANGE) {
    signal.throwIfAborted();
    await fenced.hold();
    const { modifiedCount } = await collection(db, 'members').updateMany(
      { ord: { $gte: from, $lt: from + RANGE }, lists: list },
      { $pull: { lists: list }, $set: { updatedAt: new Date() } },
    );
    taken += modifiedCount;
    progress(Math.min(from + RANGE, total), total, 'remove');
  }
  return taken;
}
