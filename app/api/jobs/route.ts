import { jobsQuery } from '@/lib/contracts/jobs';
import { listJobs } from '@/lib/jobs/list-jobs';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer', query: jobsQuery }, ({ db, query }) => listJobs(db, query));
