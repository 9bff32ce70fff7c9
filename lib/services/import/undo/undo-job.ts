import { z } from 'zod';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { matchedOurs, notLater, stillOurs } from '@/lib/jobs/fenced-record';
import { defineJob } from '@/lib/jobs/handler';
import { closeLost } from '@/lib/jobs/member-writes';
import { importing, refuseWhileImporting } from './under-way';
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
    const isOwn = doc.undo?.job === job._id;
    // A job that died after the import was taken back, before it could say so.
    if (isOwn && doc.state === 'undone') return doc.undo?.numbers ?? null;
    // Also asked for again, after it had stopped half-way.
    if (!isOwn || (doc.state !== 'undoing' && doc.state !== 'half-undone'))
      throw new Problem('not-undoable', { name: doc.name });
    await refuseWhileImporting(db);
    const { fence } = fenced;
    const own = { _id: doc._id, 'undo.job': job._id } as const;
    const taken = stillOurs(
      await imports.findOneAndUpdate(
        { ...own, state: { $in: ['undoing', 'half-undone'] }, ...notLater(fence) },
        { $set: { fence, state: 'undoing' } },
        { returnDocument: 'after' },
      ),
    );
    await closeLost(db, fence, importing);
    // What it comes to is looked up once, before anything is changed.
    const numbers = taken.undo?.numbers ?? (await look());
    const ours = { ...own, fence };
    matchedOurs(await imports.updateOne(ours, { $set: { 'undo.numbers': numbers } }));
    await undoImport(db, taken, { dryRun: false, hold: hold('remove', fenced.hold), fenced });
    matchedOurs(await imports.updateOne(ours, { $set: { state: 'undone' } }));
    return numbers;
  },
  async ended({ db, params, job }) {
    if (params.dryRun) return;
    await collection(db, 'imports').updateOne(
      { _id: params.import, state: 'undoing', 'undo.job': job._id, ...notLater(job.fence) },
      { $set: { fence: job.fence, state: 'half-undone' } },
    );
  },
  async again({ db, params, job }) {
    if (params.dryRun) return;
    await collection(db, 'imports').updateOne(
      { _id: params.import, state: 'half-undone', 'undo.job': job._id },
      { $set: { state: 'undoing' } },
    );
  },
});
