import { idParams } from '@/lib/contracts/id-params';
import { memberDetail } from '@/lib/services/members/member-detail';
import { removeMember } from '@/lib/services/members/remove-member';
import { handler } from '../../handler';

export const GET = handler(
  { role: 'viewer', scope: 'read:members', params: idParams },
  ({ db, actor, params }) => memberDetail(db, actor, params.id),
);

/** In the background; the answer is the job. */
export const DELETE = handler({ role: 'approver', params: idParams }, async ({ db, actor, params }) => ({
  job: await removeMember(db, actor, params.id),
}));
