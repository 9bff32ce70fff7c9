import { exportOperations } from '@/lib/contracts/operations/export-operations';
import { exportOptions } from '@/lib/services/exports/export-options';
import { serve } from '../../serve';

export const GET = serve(exportOperations.options, ({ db, actor, query: { definition } }) =>
  exportOptions(db, actor, definition),
);
