import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob } from '@/lib/jobs/handler';
import { removeLateWrites } from './late-writes';
import { waitForImports } from './under-way';

/** Removes what a worker that was away wrote of an import after others had gone on; queued by that worker. */
export const lateWritesJob = defineJob({
  kind: 'late-writes',
  params: z.object({ import: z.string(), claimed: z.array(z.tuple([z.string(), z.string()])) }),
  async run({ db, params, signal, fenced }) {
    await waitForImports(db);
    const doc = await collection(db, 'imports').findOne({ _id: params.import });
    if (doc === null) return null;
    const hold = async () => {
      signal.throwIfAborted();
      await fenced.hold();
    };
    return removeLateWrites(
      { db, importId: doc._id, dryRun: false, hold, fenced },
      doc,
      new Map(params.claimed),
    );
  },
});
