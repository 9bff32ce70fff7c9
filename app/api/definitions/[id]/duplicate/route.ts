import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { duplicateDefinition } from '@/lib/services/definitions/create-definition';
import { serve } from '../../../serve';

export const POST = serve(definitionOperations.duplicate, async ({ db, actor, params, body }) => ({
  definition: await duplicateDefinition(db, actor, params.id, body),
}));
