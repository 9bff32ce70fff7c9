import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob } from '@/lib/jobs/handler';
import { matchList } from './match-list';

/** Matches a list's ids to members and puts the list on them. Started again, it goes through the file anew. */
export const matchListJob = defineJob({
  kind: 'match-list',
  params: z.object({ list: z.string() }),
  async run({ db, params: { list: id }, signal, progress, fenced, job }) {
    const lists = collection(db, 'lists');
    // Failed: it is tried again.
    const list = await lists.findOneAndUpdate(
      { _id: id, state: { $in: ['matching', 'failed'] } },
      { $set: { state: 'matching', job: job._id } },
      { returnDocument: 'after' },
    );
    if (list === null) return null;
    const onProgress = (done: number, total: number) => progress(done, total, 'match');
    const counts = await matchList(db, list, { signal, hold: fenced.hold, onProgress });
    await fenced.hold();
    await lists.updateOne({ _id: id, state: 'matching' }, { $set: { ...counts, state: 'ready' } });
    return counts;
  },
  async ended({ db, params }) {
    await collection(db, 'lists').updateOne(
      { _id: params.list, state: 'matching' },
      { $set: { state: 'failed' } },
    );
  },
});
