import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { definitionUsage } from '@/lib/services/definitions/usage';
import { serve } from '../../../serve';

export const GET = serve(definitionOperations.usage, async ({ db, params }) => ({
  usage: await definitionUsage(db, params.id),
}));
