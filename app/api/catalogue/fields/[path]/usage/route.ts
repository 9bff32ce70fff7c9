import { pathParams } from '@/lib/contracts/catalogue';
import { usageOf } from '@/lib/services/catalogue/usage';
import { handler } from '../../../../handler';

export const GET = handler({ role: 'viewer', params: pathParams }, async ({ db, params }) => ({
  usage: await usageOf(db, { kind: 'field', path: params.path }),
}));
