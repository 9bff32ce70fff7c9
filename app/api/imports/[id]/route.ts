import { importOperations } from '@/lib/contracts/operations/import-operations';
import { can } from '@/lib/contracts/people';
import { deleteImport } from '@/lib/services/import/records/delete-import';
import { importDetail } from '@/lib/services/import/records/find-import';
import { serve } from '../../serve';

export const GET = serve(importOperations.get, ({ db, actor, params }) =>
  importDetail(db, params.id, can(actor.role, 'import')),
);

export const DELETE = serve(importOperations.forget, ({ db, actor, params }) =>
  deleteImport(db, actor, params.id),
);
