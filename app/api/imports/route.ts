import { importListQuerySchema, startImportSchema } from '@/lib/contracts/imports';
import { listImports } from '@/lib/services/import/records/find-import';
import { startImport } from '@/lib/services/import/records/start-import';
import { handler } from '../handler';

export const GET = handler(
  { role: 'viewer', scope: 'import', query: importListQuerySchema },
  ({ db, query }) => listImports(db, query.after, query.limit),
);

export const POST = handler(
  { role: 'editor', scope: 'import', body: startImportSchema },
  async ({ db, actor, body }) => ({ import: await startImport(db, actor, body) }),
);
