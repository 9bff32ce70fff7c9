import { runOperations } from '@/lib/contracts/operations/run-operations';
import { runById } from '@/lib/services/runs/run-dto';
import { serve } from '../../serve';

export const GET = serve(runOperations.get, async ({ db, params }) => ({
  run: await runById(db, params.id),
}));
