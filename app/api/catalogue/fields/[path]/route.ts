import { fieldEditSchema, pathParams } from '@/lib/contracts/catalogue';
import { deleteField, editField } from '@/lib/services/catalogue/edit-field';
import { handler } from '../../../handler';

export const PATCH = handler(
  { role: 'editor', params: pathParams, body: fieldEditSchema },
  async ({ db, actor, params, body }) => ({ field: await editField(db, actor, params.path, body) }),
);

export const DELETE = handler({ role: 'editor', params: pathParams }, ({ db, actor, params }) =>
  deleteField(db, actor, params.path),
);
