import { exportOperations } from '@/lib/contracts/operations/export-operations';
import { cancelJob } from '@/lib/jobs/control';
import { exportById, exportEntry } from '@/lib/services/exports/export-dto';
import { serve } from '../../../serve';

export const POST = serve(exportOperations.cancel, async ({ db, actor, params }) => {
  const { job } = await exportById(db, params.id);
  await cancelJob(db, actor, job);
  return { export: await exportEntry(db, await exportById(db, params.id)) };
});
