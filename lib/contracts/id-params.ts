import { z } from 'zod';

/** The `[id]` of a route. */
export const idParams = z.object({ id: z.string().min(1).max(200) });

/** A member, and an event of theirs. */
export const memberEventParams = z.object({ id: z.string().max(200), event: z.string().max(300) });

/** A definition, and one of its versions. */
export const versionParams = idParams.extend({ version: z.coerce.number().int().min(1) });

/** A definition, and a computation of its cutpoints. */
export const cutpointSetParams = idParams.extend({ number: z.coerce.number().int().min(1) });
