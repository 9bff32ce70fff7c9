import { importOperations } from '@/lib/contracts/operations/import-operations';
import { audit } from '@/lib/ground/audit/audit';
import { findImport } from '@/lib/services/import/records/find-import';
import { rejectsCsv } from '@/lib/services/import/records/rejects-csv';
import { attachment } from '../../../attachment';
import { serve } from '../../../serve';

export const GET = serve(importOperations.rejectsFile, async ({ db, actor, params, query }) => {
  const { name, counts } = await findImport(db, params.id);
  await audit(db, actor, 'import.download-rejects', `import:${params.id}`, { rows: counts.rejected });
  const base = name.replace(/\.[^.]*$/, '');
  return attachment(
    rejectsCsv(db, params.id, query.locale),
    `${base}-rejected.csv`,
    'text/csv; charset=utf-8',
  );
});
