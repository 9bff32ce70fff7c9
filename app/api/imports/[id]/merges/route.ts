import { importOperations } from '@/lib/contracts/operations/import-operations';
import { listMerges } from '@/lib/services/import/records/merges';
import { serve } from '../../../serve';

/** Identities as they were uploaded: for those who may import. */
export const GET = serve(importOperations.merges, ({ db, params, query }) =>
  listMerges(db, params.id, query),
);
