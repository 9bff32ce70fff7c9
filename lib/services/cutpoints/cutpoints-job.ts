import { z } from 'zod';
import { computeCuts } from '@/lib/counting/compute-cuts';
import { loadEnvironment } from '@/lib/counting/environment';
import { ownerOf } from '@/lib/counting/graph-owner';
import { collection } from '@/lib/db/collections';
import { defineJob } from '@/lib/jobs/handler';

/** How long all cutpoints of a drawing may take together, in ms. */
const limitMs = 60 * 60_000;

/** Computes a set of cutpoints. Nothing is changed by it: people look at them first, and then put them into the drawing. */
export const cutpointsJob = defineJob({
  kind: 'cutpoints',
  params: z.object({ set: z.string() }),
  async run({ db, params, signal, progress, fenced }) {
    const set = await collection(db, 'cutpoints').findOne({ _id: params.set });
    const definition = set && (await collection(db, 'definitions').findOne({ _id: set.definition }));
    if (!set || !definition || set.state === 'done') return null;
    // Queued again after it had come to another end.
    await collection(db, 'cutpoints').updateOne(
      { _id: set._id, state: { $in: ['failed', 'cancelled'] } },
      { $set: { state: 'running', error: null, finishedAt: null } },
    );
    const { cuts } = await computeCuts(db, set.graph, set.asOf.getTime(), {
      workspace: await loadEnvironment(db),
      owner: ownerOf(definition),
      node: set.node ?? undefined,
      signal,
      limitMs,
      async onCut(done, total) {
        progress(done, total, 'compute');
        await fenced.hold();
      },
    });
    await fenced.hold();
    await collection(db, 'cutpoints').updateOne(
      { _id: set._id, state: 'running' },
      { $set: { cuts, state: 'done', finishedAt: new Date() } },
    );
    return { number: set.number, cuts: cuts.length };
  },
  async ended({ db, params, state, error }) {
    await collection(db, 'cutpoints').updateOne(
      { _id: params.set, state: 'running' },
      { $set: { state: state === 'cancelled' ? 'cancelled' : 'failed', error, finishedAt: new Date() } },
    );
  },
});
