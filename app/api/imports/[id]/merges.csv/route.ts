import { idParams } from '@/lib/contracts/id-params';
import { audit } from '@/lib/services/audit/audit';
import { findImport } from '@/lib/services/import/records/find-import';
import { mergesCsv } from '@/lib/services/import/records/merges';
import { attachment } from '../../../attachment';
import { handler } from '../../../handler';

export const GET = handler(
  { role: 'editor', scope: 'import', params: idParams },
  async ({ db, actor, params }) => {
    const { name, merged = 0 } = await findImport(db, params.id);
    await audit(db, actor, 'import.download-merges', `import:${params.id}`, { rows: merged });
    const base = name.replace(/\.[^.]*$/, '');
    return attachment(mergesCsv(db, params.id), `${base}-merges.csv`, 'text/csv; charset=utf-8');
  },
);
