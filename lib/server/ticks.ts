import { enqueue } from '@/lib/jobs/enqueue';
import type { Tick } from '@/lib/jobs/scheduler';
import { scheduledPoints } from '@/lib/services/points/programme';
import { scheduledRuns } from '@/lib/services/runs/schedule';

/** Once a day, whoever looks first. */
const pruneDaily: Tick = {
  name: 'prune-jobs',
  tick: async (db, now) => {
    const day = now.toISOString().slice(0, 10);
    await enqueue(db, {
      id: `prune-jobs:${day}`,
      kind: 'prune-jobs',
      params: {},
      createdBy: 'system:schedule',
    });
  },
};

/** Everything that the scheduler looks at. */
export const scheduledTicks: readonly Tick[] = [pruneDaily, scheduledRuns, scheduledPoints];
