import { sessionCookie } from '@/lib/auth/session-token';
import { userOperations } from '@/lib/contracts/operations/user-operations';
import { changeOwnPassword } from '@/lib/services/users/passwords';
import { serve } from '../../../serve';

/** Ends every other session; this one goes on under a new cookie. */
export const POST = serve(userOperations.changeOwnPassword, async ({ db, actor, body, request, headers }) => {
  const sessionVersion = await changeOwnPassword(db, actor, body);
  const read = (name: string) => request.cookies.get(name)?.value;
  headers.set('set-cookie', await sessionCookie(read, { sub: actor.id, sessionVersion }));
});
