import { importOperations } from '@/lib/contracts/operations/import-operations';
import { startUndo } from '@/lib/services/import/undo/start-undo';
import { serve } from '../../../serve';

/** In the background; the answer is the job. */
export const POST = serve(importOperations.undo, async ({ db, actor, params, body }) => ({
  job: await startUndo(db, actor, params.id, body.dryRun),
}));
