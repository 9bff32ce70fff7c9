import { z } from 'zod';

/** Answer of `GET /api/health`: 200 when the database answers, else 503. */
export const healthDto = z.object({
  ok: z.boolean(),
  database: z.enum(['up', 'down']),
  version: z.string(),
  /** Seconds since this process started. */
  upSeconds: z.number(),
});
export type HealthDto = z.infer<typeof healthDto>;
