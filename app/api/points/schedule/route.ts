import { pointsScheduleEditSchema } from '@/lib/contracts/points';
import { pointsOverview, setPointsSchedule } from '@/lib/services/points/programme';
import { handler } from '../../handler';

export const PUT = handler(
  { role: 'editor', body: pointsScheduleEditSchema },
  async ({ db, actor, body }) => {
    await setPointsSchedule(db, actor, body.schedule);
    return pointsOverview(db);
  },
);
