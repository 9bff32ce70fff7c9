import { idParams } from '@/lib/contracts/id-params';
import { compareSchema } from '@/lib/contracts/movement';
import { instantOf } from '@/lib/counting/instant';
import { compareDrawings } from '@/lib/services/movement/between-drawings';
import { handler } from '../../../handler';

export const POST = handler(
  { role: 'viewer', params: idParams, body: compareSchema },
  async ({ db, params, body, signal }) =>
    compareDrawings(db, params.id, body, await instantOf(db, body.asOf), signal),
);
