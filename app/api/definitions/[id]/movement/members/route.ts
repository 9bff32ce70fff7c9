import { idParams } from '@/lib/contracts/id-params';
import { movementMembersQuerySchema } from '@/lib/contracts/movement';
import { membersMoving } from '@/lib/services/movement/between-runs';
import { handler } from '../../../../handler';

export const GET = handler(
  { role: 'viewer', params: idParams, query: movementMembersQuerySchema },
  ({ db, params, query }) => membersMoving(db, params.id, query),
);
