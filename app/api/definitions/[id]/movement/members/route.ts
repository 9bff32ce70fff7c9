import { movementOperations } from '@/lib/contracts/operations/movement-operations';
import { membersMoving } from '@/lib/services/movement/between-runs';
import { serve } from '../../../../serve';

export const GET = serve(movementOperations.membersBetweenRuns, ({ db, params, query }) =>
  membersMoving(db, params.id, query),
);
