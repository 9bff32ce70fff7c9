import { runOperations } from '@/lib/contracts/operations/run-operations';
import { listSizes } from '@/lib/services/runs/run-dto';
import { serve } from '../../../serve';

export const GET = serve(runOperations.sizes, ({ db, params, query }) =>
  listSizes(db, params.id, query.limit),
);
