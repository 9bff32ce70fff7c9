import { userOperations } from '@/lib/contracts/operations/user-operations';
import { endSessions } from '@/lib/services/users/passwords';
import { serve } from '../../../serve';

/** Signs out everywhere, here too. */
export const POST = serve(userOperations.endOwnSessions, async ({ db, actor }) => {
  await endSessions(db, actor, actor.id);
});
