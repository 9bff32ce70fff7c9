import { jobOperations } from '@/lib/contracts/operations/job-operations';
import { cancelJob } from '@/lib/jobs/control';
import { serve } from '../../../serve';

export const POST = serve(jobOperations.cancel, ({ db, actor, params }) => cancelJob(db, actor, params.id));
