import { idParams } from '@/lib/contracts/id-params';
import { unmatchedQuerySchema } from '@/lib/contracts/lists';
import { Problem } from '@/lib/contracts/problem';
import { audit } from '@/lib/services/audit/audit';
import { findList } from '@/lib/services/lists/list-dto';
import { unmatchedCsv } from '@/lib/services/lists/unmatched-file';
import { attachment } from '../../../attachment';
import { handler } from '../../../handler';

export const GET = handler(
  { role: 'editor', scope: 'import', params: idParams, query: unmatchedQuerySchema },
  async ({ db, actor, params, query }) => {
    const list = await findList(db, params.id);
    const { label, state, uploaded, matched } = list;
    if (state !== 'ready') throw new Problem('not-ready');
    const csv = await unmatchedCsv(list, query.locale);
    await audit(db, actor, 'list.download-unmatched', `list:${params.id}`, { rows: uploaded - matched });
    return attachment(csv, `${label}-unmatched.csv`, 'text/csv; charset=utf-8');
  },
);
