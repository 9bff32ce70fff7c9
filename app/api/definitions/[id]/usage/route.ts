import { idParams } from '@/lib/contracts/id-params';
import { definitionUsage } from '@/lib/services/definitions/usage';
import { handler } from '../../../handler';

export const GET = handler({ role: 'viewer', params: idParams }, async ({ db, params }) => ({
  usage: await definitionUsage(db, params.id),
}));
