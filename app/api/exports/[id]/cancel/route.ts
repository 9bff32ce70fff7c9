import { idParams } from '@/lib/contracts/id-params';
import { cancelJob } from '@/lib/jobs/control';
import { exportById, toExports } from '@/lib/services/exports/export-dto';
import { handler } from '../../../handler';

export const POST = handler({ role: 'approver', params: idParams }, async ({ db, actor, params }) => {
  const { job } = await exportById(db, params.id);
  await cancelJob(db, actor, job);
  const [entry] = await toExports(db, [await exportById(db, params.id)]);
  return { export: entry };
});
