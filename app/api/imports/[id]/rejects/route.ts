import { idParams } from '@/lib/contracts/id-params';
import { rejectsQuerySchema } from '@/lib/contracts/imports';
import { listRejects } from '@/lib/services/import/records/rejects';
import { handler } from '../../../handler';

/** Rows as they were uploaded, personal data and all: for those who may import. */
export const GET = handler(
  { role: 'editor', scope: 'import', params: idParams, query: rejectsQuerySchema },
  ({ db, params, query }) => listRejects(db, params.id, query.after, query.limit),
);
