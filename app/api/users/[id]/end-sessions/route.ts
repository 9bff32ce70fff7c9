import { userOperations } from '@/lib/contracts/operations/user-operations';
import { endSessions } from '@/lib/services/users/passwords';
import { serve } from '../../../serve';

export const POST = serve(userOperations.endSessions, async ({ db, actor, params }) => {
  await endSessions(db, actor, params.id);
});
