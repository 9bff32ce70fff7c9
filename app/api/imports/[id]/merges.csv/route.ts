import { importOperations } from '@/lib/contracts/operations/import-operations';
import { audit } from '@/lib/ground/audit/audit';
import { findImport } from '@/lib/services/import/records/find-import';
import { mergesCsv } from '@/lib/services/import/records/merges';
import { attachment } from '../../../attachment';
import { serve } from '../../../serve';

export const GET = serve(importOperations.mergesFile, async ({ db, actor, params }) => {
  const { name, merged = 0 } = await findImport(db, params.id);
  await audit(db, actor, 'import.download-merges', `import:${params.id}`, { rows: merged });
  const base = name.replace(/\.[^.]*$/, '');
  return attachment(mergesCsv(db, params.id), `${base}-merges.csv`, 'text/csv; charset=utf-8');
});
