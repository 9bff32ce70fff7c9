import { newFieldSchema } from '@/lib/contracts/catalogue';
import { createField } from '@/lib/services/catalogue/edit-field';
import { handler } from '../../handler';

export const POST = handler({ role: 'editor', body: newFieldSchema }, async ({ db, actor, body }) => ({
  field: await createField(db, actor, body),
}));
