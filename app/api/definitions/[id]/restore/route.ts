import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { restoreDefinition } from '@/lib/services/definitions/archive';
import { serve } from '../../../serve';

export const POST = serve(definitionOperations.restore, async ({ db, actor, params }) => ({
  definition: await restoreDefinition(db, actor, params.id),
}));
