import { idParams } from '@/lib/contracts/id-params';
import { can } from '@/lib/contracts/people';
import { deleteImport } from '@/lib/services/import/records/delete-import';
import { importDetail } from '@/lib/services/import/records/find-import';
import { handler } from '../../handler';

export const GET = handler({ role: 'viewer', scope: 'import', params: idParams }, ({ db, actor, params }) =>
  importDetail(db, params.id, can(actor.role, 'import')),
);

export const DELETE = handler(
  { role: 'editor', scope: 'import', params: idParams },
  ({ db, actor, params }) => deleteImport(db, actor, params.id),
);
