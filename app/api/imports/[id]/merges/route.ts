import { idParams } from '@/lib/contracts/id-params';
import { mergesQuerySchema } from '@/lib/contracts/import-merges';
import { listMerges } from '@/lib/services/import/records/merges';
import { handler } from '../../../handler';

/** Identities as they were uploaded: for those who may import. */
export const GET = handler(
  { role: 'editor', scope: 'import', params: idParams, query: mergesQuerySchema },
  ({ db, params, query }) => listMerges(db, params.id, query),
);
