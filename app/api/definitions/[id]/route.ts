import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { deleteDefinition } from '@/lib/services/definitions/archive';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { editDefinition } from '@/lib/services/definitions/edit-definition';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { serve } from '../../serve';

export const GET = serve(definitionOperations.get, async ({ db, params }) => ({
  definition: await toDefinition(db, await findDefinition(db, params.id)),
}));

export const PATCH = serve(definitionOperations.edit, async ({ db, actor, params, body }) => ({
  definition: await editDefinition(db, actor, params.id, body),
}));

export const DELETE = serve(definitionOperations.delete, ({ db, actor, params }) =>
  deleteDefinition(db, actor, params.id),
);
