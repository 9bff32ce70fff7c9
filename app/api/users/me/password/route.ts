import { sessionCookie } from '@/lib/auth/session-token';
import { changePasswordBody } from '@/lib/contracts/people';
import { changeOwnPassword } from '@/lib/services/users/passwords';
import { handler } from '../../../handler';

/** Ends every other session; this one goes on under a new cookie. */
export const POST = handler(
  { role: 'viewer', beforePasswordChange: true, body: changePasswordBody },
  async ({ db, actor, body, request }) => {
    const sessionVersion = await changeOwnPassword(db, actor, body);
    const read = (name: string) => request.cookies.get(name)?.value;
    const cookie = await sessionCookie(read, { sub: actor.id, sessionVersion });
    return new Response(null, {
      status: 204,
      headers: { 'set-cookie': cookie, 'cache-control': 'no-store' },
    });
  },
);
