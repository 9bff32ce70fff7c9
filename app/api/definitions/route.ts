import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { listDefinitions } from '@/lib/services/definitions/list-definitions';
import { serve } from '../serve';

export const GET = serve(definitionOperations.list, ({ db, query }) => listDefinitions(db, query));

export const POST = serve(definitionOperations.create, async ({ db, actor, body }) => ({
  definition: await createDefinition(db, actor, body),
}));
