import { inspectSchema } from '@/lib/contracts/imports';
import { inspectFile } from '@/lib/services/import/wizard/inspect';
import { handler } from '../../handler';

export const POST = handler({ role: 'editor', scope: 'import', body: inspectSchema }, ({ db, body }) =>
  inspectFile(db, body),
);
