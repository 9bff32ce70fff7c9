import { definitionsQuerySchema, newDefinitionSchema } from '@/lib/contracts/definitions';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { listDefinitions } from '@/lib/services/definitions/list-definitions';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer', query: definitionsQuerySchema }, ({ db, query }) =>
  listDefinitions(db, query),
);

export const POST = handler({ role: 'editor', body: newDefinitionSchema }, async ({ db, actor, body }) => ({
  definition: await createDefinition(db, actor, body),
}));
