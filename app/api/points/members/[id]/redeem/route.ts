import { idParams } from '@/lib/contracts/id-params';
import { redeemSchema } from '@/lib/contracts/points';
import { redeemPoints } from '@/lib/services/points/book-by-hand';
import { handler } from '../../../../handler';

export const POST = handler(
  { role: 'editor', scope: 'points', params: idParams, body: redeemSchema },
  ({ db, actor, params, body }) => redeemPoints(db, actor, params.id, body),
);
