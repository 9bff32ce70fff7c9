import { runOperations } from '@/lib/contracts/operations/run-operations';
import { cancelJob } from '@/lib/jobs/control';
import { runById } from '@/lib/services/runs/run-dto';
import { serve } from '../../../serve';

export const POST = serve(runOperations.cancel, async ({ db, actor, params }) => {
  const { job } = await runById(db, params.id);
  await cancelJob(db, actor, job);
  return { run: await runById(db, params.id) };
});
