import { z } from 'zod';
import { computeCuts } from '@/lib/counting/compute-cuts';
import { loadEnvironment } from '@/lib/counting/environment';
import { ownerOf } from '@/lib/counting/graph-owner';
import { collection } from '@/lib/db/collections';
import { matchedOurs, notLater } from '@/lib/jobs/fenced-record';
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
    if (!set || !definition) return null;
    // A job that died after its set was done, before it could say so.
    if (set.state === 'done') return { number: set.number, cuts: set.cuts.length };
    const { fence } = fenced;
    // Also queued again after it had come to another end.
    matchedOurs(
      await collection(db, 'cutpoints').updateOne(
        { _id: set._id, ...notLater(fence) },
        { $set: { fence, state: 'running', error: null, finishedAt: null } },
      ),
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
    const change = { cuts, state: 'done' as const, finishedAt: new Date() };
    matchedOurs(await collection(db, 'cutpoints').updateOne({ _id: set._id, fence }, { $set: change }));
    return { number: set.number, cuts: cuts.length };
  },
  async ended({ db, job: { fence }, params, state, error }) {
    const ended = state === 'cancelled' ? 'cancelled' : 'failed';
    await collection(db, 'cutpoints').updateOne(
      { _id: params.set, state: 'running', ...notLater(fence) },
      { $set: { fence, state: ended, error, finishedAt: new Date() } },
    );
  },
});
