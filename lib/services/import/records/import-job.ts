import { z } from 'zod';
import type { ImportState } from '@/lib/contracts/imports';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/import-documents';
import { notLater } from '@/lib/jobs/fenced-record';
import { defineJob } from '@/lib/jobs/handler';
import { closeLost } from '@/lib/jobs/member-writes';
import { refuseWhileTakingBack, takingBack, waitForLateWrites } from '../undo/under-way';
import { runImport } from './run-import';

/** Runs an import in the background; interrupted, it goes on where it was. */
export const importJob = defineJob({
  kind: 'import',
  params: z.object({ import: z.string() }),
  async run({ db, params, signal, progress, fenced }) {
    const doc = await collection(db, 'imports').findOne({ _id: params.import });
    if (doc === null) return null;
    // A job that died after its import was done, before it could say so.
    if (doc.state === 'done') return resultOf(doc);
    if (!goesOn(doc.state)) return null;
    // Once claimed, so that of an import and an undoing at once one sees the other.
    if (!doc.dryRun) {
      await refuseWhileTakingBack(db);
      await waitForLateWrites(db);
      await closeLost(db, fenced.fence, takingBack);
    }
    const phase = doc.dryRun ? 'check' : 'write';
    const ended = await runImport(db, doc, {
      fenced,
      signal,
      onProgress: (done, total) => progress(done, total, phase),
    });
    return resultOf(ended);
  },
  async ended({ db, job: { fence }, params, state, error }) {
    const ended = state === 'cancelled' ? 'cancelled' : 'failed';
    await collection(db, 'imports').updateOne(
      { _id: params.import, state: { $in: ['queued', 'running'] }, ...notLater(fence) },
      { $set: { fence, state: ended, error, finishedAt: new Date() } },
    );
  },
});

function resultOf({ counts, newMembers, changed = 0, merged = 0 }: ImportDoc) {
  return { ...counts, newMembers, changed, merged };
}

/** Not where it has been taken back since: then doing its job again would do it a second time. */
function goesOn(state: ImportState): boolean {
  return state === 'queued' || state === 'running' || state === 'failed' || state === 'cancelled';
}
