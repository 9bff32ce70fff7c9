import { z } from 'zod';

/** The `[id]` of a route. */
export const idParams = z.object({ id: z.string().min(1).max(200) });

/** A member, and an event of theirs. */
export const memberEventParams = z.object({ id: z.string().max(200), event: z.string().max(300) });
