import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/import-documents';
import { closeLost } from '@/lib/jobs/member-writes';
import { defineWork } from '@/lib/jobs/work';
import { refuseWhileTakingBack, takingBack, waitForLateWrites } from '../undo/under-way';
import { beginning, runImport } from './run-import';

/** Runs an import in the background; interrupted, it goes on where it was. */
export const importJob = defineWork({
  kind: 'import',
  params: z.object({ import: z.string() }),
  idOf: (params) => params.import,
  find: (db, id) => collection(db, 'imports').findOne({ _id: id }),
  update: (db, which, change) => collection(db, 'imports').updateOne(which, { $set: change }),
  // Once it has been taken back, doing its job again would do it a second time.
  ends: ['undoing', 'half-undone', 'undone'],
  async begin({ db, fenced }, doc: ImportDoc) {
    // Once claimed, so that of an import and an undoing at once one sees the other.
    if (!doc.dryRun) {
      await refuseWhileTakingBack(db);
      await waitForLateWrites(db);
      await closeLost(db, fenced.fence, takingBack);
    }
    return beginning(db, doc);
  },
  work({ db, signal, progress, fenced }, doc) {
    const phase = doc.dryRun ? 'check' : 'write';
    const onProgress = (done: number, total: number) => progress(done, total, phase);
    return runImport(db, doc, { fenced, signal, onProgress });
  },
  resultOf: ({ counts, newMembers, changed = 0, merged = 0 }) => ({ ...counts, newMembers, changed, merged }),
});
