import { jobOperations } from '@/lib/contracts/operations/job-operations';
import { retryJob } from '@/lib/jobs/control';
import { jobHandlers } from '@/lib/server/job-handlers';
import { serve } from '../../../serve';

export const POST = serve(jobOperations.retry, ({ db, actor, params }) =>
  retryJob(db, actor, jobHandlers, params.id),
);
