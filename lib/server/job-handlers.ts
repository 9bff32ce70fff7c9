import type { JobKind } from '@/lib/contracts/jobs';
import type { Job } from '@/lib/jobs/handler';
import { pruneJobs } from '@/lib/jobs/kinds/prune-jobs';
import { cutpointsJob } from '@/lib/services/cutpoints/cutpoints-job';
import { deleteDefinitionJob } from '@/lib/services/definitions/delete-job';
import { removeDemoJob } from '@/lib/services/demo/demo-job';
import { exportJob } from '@/lib/services/exports/export-job';
import { importJob } from '@/lib/services/import/records/import-job';
import { lateWritesJob } from '@/lib/services/import/undo/late-writes-job';
import { undoJob } from '@/lib/services/import/undo/undo-job';
import { deleteListJob } from '@/lib/services/lists/delete-list-job';
import { matchListJob } from '@/lib/services/lists/match-list-job';
import { removeMemberJob } from '@/lib/services/members/remove-member-job';
import { recomputeMetric, removeMetric } from '@/lib/services/metrics/metric-jobs';
import { pointsJob } from '@/lib/services/points/points-job';
import { runJob } from '@/lib/services/runs/run-job';

/** What each kind of job does. A kind without a handler does not compile. */
export const jobHandlers: Readonly<Record<JobKind, Job>> = {
  run: runJob,
  cutpoints: cutpointsJob,
  'recompute-metric': recomputeMetric,
  'remove-metric': removeMetric,
  export: exportJob,
  import: importJob,
  'undo-import': undoJob,
  'late-writes': lateWritesJob,
  'remove-member': removeMemberJob,
  'match-list': matchListJob,
  'delete-list': deleteListJob,
  'remove-demo': removeDemoJob,
  'delete-definition': deleteDefinitionJob,
  'points-run': pointsJob,
  'prune-jobs': pruneJobs,
};
