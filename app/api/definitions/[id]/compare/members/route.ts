import { idParams } from '@/lib/contracts/id-params';
import { compareMembersSchema } from '@/lib/contracts/movement';
import { instantOf } from '@/lib/counting/instant';
import { membersComparing } from '@/lib/services/movement/between-drawings';
import { handler } from '../../../../handler';

export const POST = handler(
  { role: 'viewer', params: idParams, body: compareMembersSchema },
  async ({ db, params, body, signal }) =>
    membersComparing(db, params.id, body, await instantOf(db, body.asOf), signal),
);
