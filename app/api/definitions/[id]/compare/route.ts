import { movementOperations } from '@/lib/contracts/operations/movement-operations';
import { instantOf } from '@/lib/counting/instant';
import { compareDrawings } from '@/lib/services/movement/between-drawings';
import { serve } from '../../../serve';

export const POST = serve(movementOperations.betweenDrawings, async ({ db, params, body, signal }) =>
  compareDrawings(db, params.id, body, await instantOf(db, body.asOf), signal),
);
