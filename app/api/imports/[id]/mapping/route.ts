import { idParams } from '@/lib/contracts/id-params';
import { importDetail } from '@/lib/services/import/records/find-import';
import { attachment } from '../../../attachment';
import { handler } from '../../../handler';

/** The mapping as a file for the command line. */
export const GET = handler({ role: 'viewer', scope: 'import', params: idParams }, async ({ db, params }) => {
  const { import: entry, mapping } = await importDetail(db, params.id, false);
  const base = entry.name.replace(/\.[^.]*$/, '');
  return attachment([`${JSON.stringify(mapping, null, 2)}\n`], `${base}-mapping.json`, 'application/json');
});
