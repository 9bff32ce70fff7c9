import { idParams } from '@/lib/contracts/id-params';
import { cancelImport } from '@/lib/services/import/records/cancel-import';
import { handler } from '../../../handler';

export const POST = handler(
  { role: 'editor', scope: 'import', params: idParams },
  async ({ db, actor, params }) => ({ import: await cancelImport(db, actor, params.id) }),
);
