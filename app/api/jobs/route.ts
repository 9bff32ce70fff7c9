import { jobOperations } from '@/lib/contracts/operations/job-operations';
import { listJobs } from '@/lib/jobs/list-jobs';
import { serve } from '../serve';

export const GET = serve(jobOperations.list, ({ db, query }) => listJobs(db, query));
