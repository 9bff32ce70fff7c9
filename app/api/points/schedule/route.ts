import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { pointsOverview, setPointsSchedule } from '@/lib/services/points/programme';
import { serve } from '../../serve';

export const PUT = serve(pointOperations.setSchedule, async ({ db, actor, body }) => {
  await setPointsSchedule(db, actor, body.schedule);
  return pointsOverview(db);
});
