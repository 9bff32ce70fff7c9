import { idParams } from '@/lib/contracts/id-params';
import { memberRemoval } from '@/lib/services/members/remove-member';
import { handler } from '../../../handler';

export const GET = handler({ role: 'approver', params: idParams }, ({ db, params }) =>
  memberRemoval(db, params.id),
);
