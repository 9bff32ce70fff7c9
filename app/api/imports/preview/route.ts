import { previewSchema } from '@/lib/contracts/imports';
import { previewImport } from '@/lib/services/import/wizard/preview';
import { handler } from '../../handler';

export const POST = handler({ role: 'editor', scope: 'import', body: previewSchema }, ({ db, body }) =>
  previewImport(db, body),
);
