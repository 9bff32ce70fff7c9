import { idParams } from '@/lib/contracts/id-params';
import { resetPassword } from '@/lib/services/users/passwords';
import { handler } from '../../../handler';

export const POST = handler({ role: 'admin', params: idParams }, ({ db, actor, params }) =>
  resetPassword(db, actor, params.id),
);
