import { memberOperations } from '@/lib/contracts/operations/member-operations';
import { memberDetail } from '@/lib/services/members/member-detail';
import { removeMember } from '@/lib/services/members/remove-member';
import { serve } from '../../serve';

export const GET = serve(memberOperations.get, ({ db, actor, params }) => memberDetail(db, actor, params.id));

/** In the background; the answer is the job. */
export const DELETE = serve(memberOperations.remove, async ({ db, actor, params }) => ({
  job: await removeMember(db, actor, params.id),
}));
