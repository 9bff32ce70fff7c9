import { idParams } from '@/lib/contracts/id-params';
import { undoBodySchema } from '@/lib/contracts/import-undo';
import { startUndo } from '@/lib/services/import/undo/start-undo';
import { handler } from '../../../handler';

/** In the background; the answer is the job. */
export const POST = handler(
  { role: 'editor', scope: 'import', params: idParams, body: undoBodySchema },
  async ({ db, actor, params, body }) => ({ job: await startUndo(db, actor, params.id, body.dryRun) }),
);
