import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { notLater } from '@/lib/jobs/fenced-record';
import { defineJob } from '@/lib/jobs/handler';
import { runImport } from './run-import';

/** Runs an import in the background; interrupted, it goes on where it was. */
export const importJob = defineJob({
  kind: 'import',
  params: z.object({ import: z.string() }),
  async run({ db, params, signal, progress, fenced }) {
    const doc = await collection(db, 'imports').findOne({ _id: params.import });
    if (doc === null) return null;
    // A job that died after its import was done, before it could say so.
    if (doc.state === 'done') return { ...doc.counts, newMembers: doc.newMembers };
    const phase = doc.dryRun ? 'check' : 'write';
    const ended = await runImport(db, doc, {
      fenced,
      signal,
      onProgress: (done, total) => progress(done, total, phase),
    });
    return { ...ended.counts, newMembers: ended.newMembers };
  },
  async ended({ db, job: { fence }, params, state, error }) {
    const ended = state === 'cancelled' ? 'cancelled' : 'failed';
    await collection(db, 'imports').updateOne(
      { _id: params.import, state: { $in: ['queued', 'running'] }, ...notLater(fence) },
      { $set: { fence, state: ended, error, finishedAt: new Date() } },
    );
  },
});
