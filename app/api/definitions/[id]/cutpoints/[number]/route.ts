import { z } from 'zod';
import { idParams } from '@/lib/contracts/id-params';
import { findSet } from '@/lib/services/cutpoints/cutpoint-dto';
import { handler } from '../../../../handler';

const params = idParams.extend({ number: z.coerce.number().int().min(1) });

export const GET = handler({ role: 'viewer', params }, async ({ db, params: { id, number } }) => ({
  set: await findSet(db, id, number),
}));
