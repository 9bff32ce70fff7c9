import { idParams } from '@/lib/contracts/id-params';
import { cancelJob } from '@/lib/jobs/control';
import { runById } from '@/lib/services/runs/run-dto';
import { handler } from '../../../handler';

export const POST = handler({ role: 'approver', params: idParams }, async ({ db, actor, params }) => {
  const { job } = await runById(db, params.id);
  await cancelJob(db, actor, job);
  return { run: await runById(db, params.id) };
});
