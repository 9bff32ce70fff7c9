import { idParams } from '@/lib/contracts/id-params';
import { retryJob } from '@/lib/jobs/control';
import { jobHandlers } from '@/lib/server/job-handlers';
import { handler } from '../../../handler';

export const POST = handler({ role: 'editor', params: idParams }, ({ db, actor, params }) =>
  retryJob(db, actor, jobHandlers, params.id),
);
