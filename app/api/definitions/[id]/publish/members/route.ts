import { publicationOperations } from '@/lib/contracts/operations/publication-operations';
import { instantOf } from '@/lib/counting/instant';
import { publicationMembers } from '@/lib/services/versions/publication-members';
import { serve } from '../../../../serve';

export const POST = serve(publicationOperations.members, async ({ db, params, body, signal }) =>
  publicationMembers(db, params.id, body, await instantOf(db, body.asOf), signal),
);
