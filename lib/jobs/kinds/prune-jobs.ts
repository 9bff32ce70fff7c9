import { z } from 'zod';
import { type JobState, jobStates } from '@/lib/contracts/jobs';
import { collection } from '@/lib/db/collections';
import { defineJob } from '../handler';

const DAY_MS = 86_400_000;

/** Days that a record is kept after its end; what failed is looked for longer. Unended jobs stay. */
const keptDays: Record<JobState, number | null> = {
  queued: null,
  running: null,
  done: 30,
  cancelled: 30,
  failed: 90,
  dead: 90,
};

/** Removes the records of jobs that ended long ago. */
export const pruneJobs = defineJob({
  kind: 'prune-jobs',
  params: z.object({}),
  run: async ({ db, signal }) => {
    let removed = 0;
    for (const state of jobStates) {
      const days = keptDays[state];
      if (days === null) continue;
      signal.throwIfAborted();
      const before = new Date(Date.now() - days * DAY_MS);
      const { deletedCount } = await collection(db, 'jobs').deleteMany({ state, updatedAt: { $lt: before } });
      removed += deletedCount;
    }
    return { removed };
  },
});
