import { movementOperations } from '@/lib/contracts/operations/movement-operations';
import { instantOf } from '@/lib/counting/instant';
import { membersComparing } from '@/lib/services/movement/between-drawings';
import { serve } from '../../../../serve';

export const POST = serve(movementOperations.membersBetweenDrawings, async ({ db, params, body, signal }) =>
  membersComparing(db, params.id, body, await instantOf(db, body.asOf), signal),
);
