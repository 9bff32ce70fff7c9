import { movementOperations } from '@/lib/contracts/operations/movement-operations';
import { movementBetween } from '@/lib/services/movement/between-runs';
import { serve } from '../../../serve';

export const GET = serve(movementOperations.betweenRuns, ({ db, params, query }) =>
  movementBetween(db, params.id, query),
);
