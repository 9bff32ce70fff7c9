import { publishMembersQuerySchema } from '@/lib/contracts/definitions';
import { idParams } from '@/lib/contracts/id-params';
import { instantOf } from '@/lib/counting/instant';
import { publicationMembers } from '@/lib/services/versions/publication-members';
import { handler } from '../../../../handler';

export const POST = handler(
  { role: 'viewer', params: idParams, body: publishMembersQuerySchema },
  async ({ db, params, body, signal }) =>
    publicationMembers(db, params.id, body, await instantOf(db, body.asOf), signal),
);
