import { userOperations } from '@/lib/contracts/operations/user-operations';
import { resetPassword } from '@/lib/services/users/passwords';
import { serve } from '../../../serve';

export const POST = serve(userOperations.resetPassword, ({ db, actor, params }) =>
  resetPassword(db, actor, params.id),
);
