import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob } from '@/lib/jobs/handler';
import { refuseWhileImporting } from './under-way';
import { undoImport } from './undo-import';

/** Takes an import back in the background; interrupted, it is done again, and finds what is left. */
export const undoJob = defineJob({
  kind: 'undo-import',
  params: z.object({ import: z.string(), dryRun: z.boolean() }),
  async run({ db, params, signal, progress, fenced, job }) {
    const imports = collection(db, 'imports');
    const doc = await imports.findOne({ _id: params.import });
    if (doc === null) return null;
    let steps = 0;
    const hold = (phase: string, stop: () => Promise<void>) => async () => {
      signal.throwIfAborted();
      await stop();
      steps += 1;
      progress(steps, null, phase);
    };
    const look = () => undoImport(db, doc, { dryRun: true, hold: hold('check', async () => undefined) });
    if (params.dryRun) return look();
    if (doc.state !== 'undoing' || doc.undo?.job !== job._id) return null;
    await refuseWhileImporting(db);
    // What it comes to is looked up once, before anything is changed.
    const numbers = doc.undo.numbers ?? (await look());
    const own = { _id: doc._id, state: 'undoing', 'undo.job': job._id } as const;
    await imports.updateOne(own, { $set: { 'undo.numbers': numbers } });
    await undoImport(db, doc, { dryRun: false, hold: hold('remove', fenced.hold) });
    await imports.updateOne(own, { $set: { state: 'undone' } });
    return numbers;
  },
  async ended({ db, params, job }) {
    if (params.dryRun) return;
    await collection(db, 'imports').updateOne(
      { _id: params.import, state: 'undoing', 'undo.job': job._id },
      { $set: { state: 'half-undone' } },
    );
  },
});
