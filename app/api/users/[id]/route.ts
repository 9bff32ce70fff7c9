import { idParams } from '@/lib/contracts/id-params';
import { changeUserBody } from '@/lib/contracts/people';
import { changeUser } from '@/lib/services/users/change-user';
import { handler } from '../../handler';

export const PATCH = handler(
  { role: 'admin', params: idParams, body: changeUserBody },
  ({ db, actor, params, body }) => changeUser(db, actor, params.id, body),
);
