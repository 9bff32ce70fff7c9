import { idParams } from '@/lib/contracts/id-params';
import { sizesQuerySchema } from '@/lib/contracts/runs';
import { listSizes } from '@/lib/services/runs/run-dto';
import { handler } from '../../../handler';

export const GET = handler(
  { role: 'viewer', params: idParams, query: sizesQuerySchema },
  ({ db, params, query }) => listSizes(db, params.id, query.limit),
);
