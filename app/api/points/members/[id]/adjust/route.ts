import { idParams } from '@/lib/contracts/id-params';
import { adjustSchema } from '@/lib/contracts/points';
import { adjustPoints } from '@/lib/services/points/book-by-hand';
import { handler } from '../../../../handler';

export const POST = handler(
  { role: 'editor', scope: 'points', params: idParams, body: adjustSchema },
  ({ db, actor, params, body }) => adjustPoints(db, actor, params.id, body),
);
