import { idParams } from '@/lib/contracts/id-params';
import { rejectsFileQuerySchema } from '@/lib/contracts/imports';
import { audit } from '@/lib/services/audit/audit';
import { findImport } from '@/lib/services/import/records/find-import';
import { rejectsCsv } from '@/lib/services/import/records/rejects-csv';
import { attachment } from '../../../attachment';
import { handler } from '../../../handler';

export const GET = handler(
  { role: 'editor', scope: 'import', params: idParams, query: rejectsFileQuerySchema },
  async ({ db, actor, params, query }) => {
    const { name, counts } = await findImport(db, params.id);
    await audit(db, actor, 'import.download-rejects', `import:${params.id}`, { rows: counts.rejected });
    const base = name.replace(/\.[^.]*$/, '');
    return attachment(
      rejectsCsv(db, params.id, query.locale),
      `${base}-rejected.csv`,
      'text/csv; charset=utf-8',
    );
  },
);
