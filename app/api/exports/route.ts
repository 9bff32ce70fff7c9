import { exportOperations } from '@/lib/contracts/operations/export-operations';
import { exportEntry, listExports } from '@/lib/services/exports/export-dto';
import { startExport } from '@/lib/services/exports/start-export';
import { serve } from '../serve';

export const GET = serve(exportOperations.list, ({ db, query }) => listExports(db, query));

export const POST = serve(exportOperations.start, async ({ db, actor, body }) => {
  // A program reads UTF-8 as it is; a spreadsheet needs the mark.
  return { export: await exportEntry(db, await startExport(db, actor, body, actor.via === 'session')) };
});
