import { z } from 'zod';
import { computeCuts } from '@/lib/counting/compute-cuts';
import { collection } from '@/lib/db/collections';
import type { CutpointsDoc } from '@/lib/db/run-documents';
import { defineWork } from '@/lib/jobs/work';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { loadEnvironment } from '@/lib/workspace/environment';
import { ownerOf } from '@/lib/workspace/graph-owner';

/** How long all cutpoints of a drawing may take together, in ms. */
const limitMs = 60 * 60_000;

/** Computes a set of cutpoints. Nothing is changed by it: people look at them first, and then put them into the drawing. */
export const cutpointsJob = defineWork({
  kind: 'cutpoints',
  params: z.object({ set: z.string() }),
  idOf: ({ set }) => set,
  find: (db, id) => collection(db, 'cutpoints').findOne({ _id: id }),
  update: (db, which, change) => collection(db, 'cutpoints').updateOne(which, { $set: change }),
  async work({ db, signal, progress, fenced }, set: CutpointsDoc) {
    const definition = await findDefinition(db, set.definition);
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
    return { cuts };
  },
  resultOf: ({ number, cuts }) => ({ number, cuts: cuts.length }),
});
