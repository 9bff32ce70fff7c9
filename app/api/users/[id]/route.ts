import { userOperations } from '@/lib/contracts/operations/user-operations';
import { changeUser } from '@/lib/services/users/change-user';
import { serve } from '../../serve';

export const PATCH = serve(userOperations.change, ({ db, actor, params, body }) =>
  changeUser(db, actor, params.id, body),
);
