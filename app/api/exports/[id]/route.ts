import { exportOperations } from '@/lib/contracts/operations/export-operations';
import { exportById, exportEntry } from '@/lib/services/exports/export-dto';
import { serve } from '../../serve';

export const GET = serve(exportOperations.get, async ({ db, params }) => {
  return { export: await exportEntry(db, await exportById(db, params.id)) };
});
