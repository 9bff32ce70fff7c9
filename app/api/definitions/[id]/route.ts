import { definitionEditSchema } from '@/lib/contracts/definitions';
import { idParams } from '@/lib/contracts/id-params';
import { deleteDefinition } from '@/lib/services/definitions/archive';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { editDefinition } from '@/lib/services/definitions/edit-definition';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { handler } from '../../handler';

export const GET = handler({ role: 'viewer', params: idParams }, async ({ db, params }) => ({
  definition: await toDefinition(db, await findDefinition(db, params.id)),
}));

export const PATCH = handler(
  { role: 'editor', params: idParams, body: definitionEditSchema },
  async ({ db, actor, params, body }) => ({ definition: await editDefinition(db, actor, params.id, body) }),
);

export const DELETE = handler({ role: 'editor', params: idParams }, ({ db, actor, params }) =>
  deleteDefinition(db, actor, params.id),
);
