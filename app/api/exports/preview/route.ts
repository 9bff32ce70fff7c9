import { exportOperations } from '@/lib/contracts/operations/export-operations';
import { previewExport } from '@/lib/services/exports/start-export';
import { serve } from '../../serve';

export const POST = serve(exportOperations.preview, ({ db, body, signal }) =>
  previewExport(db, body, signal),
);
