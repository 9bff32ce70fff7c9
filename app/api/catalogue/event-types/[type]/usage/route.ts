import { typeParams } from '@/lib/contracts/catalogue';
import { usageOf } from '@/lib/services/catalogue/usage';
import { handler } from '../../../../handler';

export const GET = handler({ role: 'viewer', params: typeParams }, async ({ db, params }) => ({
  usage: await usageOf(db, { kind: 'eventType', type: params.type }),
}));
