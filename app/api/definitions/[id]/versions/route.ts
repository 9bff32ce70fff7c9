import { idParams } from '@/lib/contracts/id-params';
import { listVersions } from '@/lib/services/versions/version-dto';
import { handler } from '../../../handler';

export const GET = handler({ role: 'viewer', params: idParams }, async ({ db, params }) => ({
  versions: await listVersions(db, params.id),
}));
