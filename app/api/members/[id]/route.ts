import { idParams } from '@/lib/contracts/id-params';
import { memberDetail } from '@/lib/services/members/member-detail';
import { handler } from '../../handler';

export const GET = handler(
  { role: 'viewer', scope: 'read:members', params: idParams },
  ({ db, actor, params }) => memberDetail(db, actor, params.id),
);
