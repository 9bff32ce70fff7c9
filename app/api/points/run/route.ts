import { startPointsRun } from '@/lib/services/points/programme';
import { handler } from '../../handler';

export const POST = handler({ role: 'editor' }, async ({ db, actor }) => ({
  job: await startPointsRun(db, actor),
}));
