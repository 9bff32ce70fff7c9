import { idParams } from '@/lib/contracts/id-params';
import { movementQuerySchema } from '@/lib/contracts/movement';
import { movementBetween } from '@/lib/services/movement/between-runs';
import { handler } from '../../../handler';

export const GET = handler(
  { role: 'viewer', params: idParams, query: movementQuerySchema },
  ({ db, params, query }) => movementBetween(db, params.id, query),
);
