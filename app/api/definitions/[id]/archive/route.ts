import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { archiveDefinition } from '@/lib/services/definitions/archive';
import { serve } from '../../../serve';

export const POST = serve(definitionOperations.archive, async ({ db, actor, params }) => ({
  definition: await archiveDefinition(db, actor, params.id),
}));
