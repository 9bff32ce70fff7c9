import { listOperations } from '@/lib/contracts/operations/list-operations';
import { Problem } from '@/lib/contracts/problem';
import { audit } from '@/lib/ground/audit/audit';
import { findList } from '@/lib/services/lists/list-dto';
import { unmatchedCsv } from '@/lib/services/lists/unmatched-file';
import { attachment } from '../../../attachment';
import { serve } from '../../../serve';

export const GET = serve(listOperations.unmatchedFile, async ({ db, actor, params, query }) => {
  const list = await findList(db, params.id);
  const { label, state, uploaded, matched } = list;
  if (state !== 'ready') throw new Problem('not-ready');
  const csv = await unmatchedCsv(list, query.locale);
  await audit(db, actor, 'list.download-unmatched', `list:${params.id}`, { rows: uploaded - matched });
  return attachment(csv, `${label}-unmatched.csv`, 'text/csv; charset=utf-8');
});
