import { importOperations } from '@/lib/contracts/operations/import-operations';
import { importDetail } from '@/lib/services/import/records/find-import';
import { attachment } from '../../../attachment';
import { serve } from '../../../serve';

/** The mapping as a file for the command line. */
export const GET = serve(importOperations.mapping, async ({ db, params }) => {
  const { import: entry, mapping } = await importDetail(db, params.id, false);
  const base = entry.name.replace(/\.[^.]*$/, '');
  return attachment([`${JSON.stringify(mapping, null, 2)}\n`], `${base}-mapping.json`, 'application/json');
});
