import { idParams } from '@/lib/contracts/id-params';
import { revealMember } from '@/lib/services/members/member-detail';
import { handler } from '../../../handler';

/** A person looks at one member; never an API key. */
export const POST = handler({ role: 'approver', params: idParams }, ({ db, actor, params }) =>
  revealMember(db, actor, params.id),
);
