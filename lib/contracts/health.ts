import { z } from 'zod';

/** Whether the database answers; 503 when it doesn't. */
export const healthDto = z.object({
  ok: z.boolean(),
  database: z.enum(['up', 'down']),
  version: z.string(),
  /** Seconds since this process started. */
  upSeconds: z.number(),
});
export type HealthDto = z.infer<typeof healthDto>;
