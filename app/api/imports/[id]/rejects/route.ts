import { importOperations } from '@/lib/contracts/operations/import-operations';
import { listRejects } from '@/lib/services/import/records/rejects';
import { serve } from '../../../serve';

/** Rows as they were uploaded, personal data and all: for those who may import. */
export const GET = serve(importOperations.rejects, ({ db, params, query }) =>
  listRejects(db, params.id, query.after, query.limit),
);
