import type { JobKind } from '@/lib/contracts/jobs';
import { removeDemoJob } from '@/lib/services/demo/demo-job';
import { exportJob } from '@/lib/services/exports/export-job';
import { importJob } from '@/lib/services/import/records/import-job';
import { runJob } from '@/lib/services/runs/run-job';
import type { Job } from './handler';
import { pruneJobs } from './kinds/prune-jobs';

/** What each kind of job does. A kind without a handler does not compile. */
export const jobHandlers: Readonly<Record<JobKind, Job>> = {
  run: runJob,
  export: exportJob,
  import: importJob,
  'remove-demo': removeDemoJob,
  'prune-jobs': pruneJobs,
};
