import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { startPointsRun } from '@/lib/services/points/programme';
import { serve } from '../../serve';

export const POST = serve(pointOperations.run, async ({ db, actor }) => ({
  job: await startPointsRun(db, actor),
}));
