import { z } from 'zod';

/** Every hour at minute 0, every day at a local time (`07:30`), or five cron fields, all in the workspace's zone. */
export const scheduleSchema = z.discriminatedUnion('every', [
  z.object({ every: z.literal('hour') }),
  z.object({ every: z.literal('day'), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  z.object({ every: z.literal('cron'), cron: z.string().trim().min(9).max(100) }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;
