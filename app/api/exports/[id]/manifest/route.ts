import { exportOperations } from '@/lib/contracts/operations/export-operations';
import { downloadExport } from '@/lib/services/exports/export-file';
import { serve } from '../../../serve';

export const GET = serve(exportOperations.manifest, ({ db, actor, params }) =>
  downloadExport(db, actor, params.id, 'manifest'),
);
