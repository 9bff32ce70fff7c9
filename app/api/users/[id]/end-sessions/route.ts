import { idParams } from '@/lib/contracts/id-params';
import { endSessions } from '@/lib/services/users/passwords';
import { handler } from '../../../handler';

export const POST = handler({ role: 'admin', params: idParams }, async ({ db, actor, params }) => {
  await endSessions(db, actor, params.id);
});
