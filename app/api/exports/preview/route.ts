import { exportRequestSchema } from '@/lib/contracts/exports';
import { previewExport } from '@/lib/services/exports/start-export';
import { handler } from '../../handler';

export const POST = handler(
  { role: 'approver', scope: 'export', body: exportRequestSchema },
  ({ db, body, signal }) => previewExport(db, body, signal),
);
