import { catalogueOperations } from '@/lib/contracts/operations/catalogue-operations';
import { deleteField, editField } from '@/lib/services/catalogue/edit-field';
import { serve } from '../../../serve';

export const PATCH = serve(catalogueOperations.editField, async ({ db, actor, params, body }) => ({
  field: await editField(db, actor, params.path, body),
}));

export const DELETE = serve(catalogueOperations.deleteField, ({ db, actor, params }) =>
  deleteField(db, actor, params.path),
);
