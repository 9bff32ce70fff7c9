import { idParams } from '@/lib/contracts/id-params';
import { downloadExport } from '@/lib/services/exports/export-file';
import { handler } from '../../../handler';

export const GET = handler({ role: 'approver', scope: 'export', params: idParams }, ({ db, actor, params }) =>
  downloadExport(db, actor, params.id, 'manifest'),
);
