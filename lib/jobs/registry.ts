import type { JobKind } from '@/lib/contracts/jobs';
import type { Job } from './handler';
import { pruneJobs } from './kinds/prune-jobs';

/** What each kind of job does. A kind without a handler does not compile. */
export const jobHandlers: Readonly<Record<JobKind, Job>> = {
  'prune-jobs': pruneJobs,
};
