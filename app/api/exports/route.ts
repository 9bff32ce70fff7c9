import { exportRequestSchema, exportsQuerySchema } from '@/lib/contracts/exports';
import { listExports, toExports } from '@/lib/services/exports/export-dto';
import { startExport } from '@/lib/services/exports/start-export';
import { handler } from '../handler';

export const GET = handler(
  { role: 'approver', scope: 'export', query: exportsQuerySchema },
  ({ db, query }) => listExports(db, query),
);

export const POST = handler(
  { role: 'approver', scope: 'export', body: exportRequestSchema },
  async ({ db, actor, body }) => {
    // A program reads UTF-8 as it is; a spreadsheet needs the mark.
    const [entry] = await toExports(db, [await startExport(db, actor, body, actor.via === 'session')]);
    return { export: entry };
  },
);
