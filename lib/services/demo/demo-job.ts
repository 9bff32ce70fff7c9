import { z } from 'zod';
import { defineJob } from '@/lib/jobs/handler';
import { removeDemo } from './remove-demo';

/** Removes the demo members in the background. */
export const removeDemoJob = defineJob({
  kind: 'remove-demo',
  params: z.object({}),
  run: ({ db, signal, progress, fenced }) =>
    removeDemo(db, {
      signal,
      fenced,
      onProgress: (done, total) => progress(done, total, 'remove'),
    }),
});
