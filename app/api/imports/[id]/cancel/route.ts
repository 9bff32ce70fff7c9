import { importOperations } from '@/lib/contracts/operations/import-operations';
import { cancelImport } from '@/lib/services/import/records/cancel-import';
import { serve } from '../../../serve';

export const POST = serve(importOperations.cancel, async ({ db, actor, params }) => ({
  import: await cancelImport(db, actor, params.id),
}));
