import { importOperations } from '@/lib/contracts/operations/import-operations';
import { listImports } from '@/lib/services/import/records/find-import';
import { startImport } from '@/lib/services/import/records/start-import';
import { serve } from '../serve';

export const GET = serve(importOperations.list, ({ db, query }) => listImports(db, query.after, query.limit));

export const POST = serve(importOperations.start, async ({ db, actor, body }) => ({
  import: await startImport(db, actor, body),
}));
