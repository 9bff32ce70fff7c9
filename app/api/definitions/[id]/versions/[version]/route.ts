import { versionDetail } from '@/lib/services/versions/version-dto';
import { handler } from '../../../../handler';
import { versionParams } from '../version-params';

export const GET = handler({ role: 'viewer', params: versionParams }, async ({ db, params }) => ({
  version: await versionDetail(db, params.id, params.version),
}));
