import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob } from '@/lib/jobs/handler';
import { runImport } from './run-import';

/** Runs an import in the background; interrupted, it goes on where it was. */
export const importJob = defineJob({
  kind: 'import',
  params: z.object({ import: z.string() }),
  async run({ db, params, signal, progress }) {
    const doc = await collection(db, 'imports').findOne({ _id: params.import });
    if (doc === null || doc.state === 'done') return null;
    const phase = doc.dryRun ? 'check' : 'write';
    const ended = await runImport(db, doc, {
      signal,
      onProgress: (done, total) => progress(done, total, phase),
    });
    const { counts, newMembers, changed = 0, merged = 0 } = ended;
    return { ...counts, newMembers, changed, merged };
  },
  async ended({ db, params, state, error }) {
    await collection(db, 'imports').updateOne(
      { _id: params.import, state: { $in: ['queued', 'running'] } },
      { $set: { state: state === 'cancelled' ? 'cancelled' : 'failed', error, finishedAt: new Date() } },
    );
  },
});
