import { idParams } from '@/lib/contracts/id-params';
import { listUsage } from '@/lib/services/lists/list-dto';
import { handler } from '../../../handler';

export const GET = handler({ role: 'viewer', params: idParams }, async ({ db, params }) => ({
  usage: await listUsage(db, params.id),
}));
