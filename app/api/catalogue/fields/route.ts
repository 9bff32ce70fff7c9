import { catalogueOperations } from '@/lib/contracts/operations/catalogue-operations';
import { createField } from '@/lib/services/catalogue/edit-field';
import { serve } from '../../serve';

export const POST = serve(catalogueOperations.createField, async ({ db, actor, body }) => ({
  field: await createField(db, actor, body),
}));
