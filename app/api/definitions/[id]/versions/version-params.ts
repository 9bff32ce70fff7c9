import { z } from 'zod';
import { idParams } from '@/lib/contracts/id-params';

/** The `[id]` and `[version]` of a route. */
export const versionParams = idParams.extend({ version: z.coerce.number().int().min(1) });
