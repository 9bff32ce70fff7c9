import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { keepAsOf } from '@/lib/services/definitions/keep-as-of';
import { serve } from '../../../serve';

export const PUT = serve(definitionOperations.keepAsOf, async ({ db, params, body }) => ({
  asOf: await keepAsOf(db, params.id, body.asOf),
}));
