import { asOfKeepSchema } from '@/lib/contracts/definitions';
import { idParams } from '@/lib/contracts/id-params';
import { keepAsOf } from '@/lib/services/definitions/keep-as-of';
import { handler } from '../../../handler';

export const PUT = handler(
  { role: 'editor', params: idParams, body: asOfKeepSchema },
  async ({ db, params, body }) => ({ asOf: await keepAsOf(db, params.id, body.asOf) }),
);
