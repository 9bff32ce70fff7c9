import { z } from 'zod';

/*
 * The demo members.
 */

export const demoStateSchema = z.object({ demo: z.boolean() });

/** The job that removes them. */
export const demoRemovalSchema = z.object({ job: z.string() });
