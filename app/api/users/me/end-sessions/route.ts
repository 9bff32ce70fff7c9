import { endSessions } from '@/lib/services/users/passwords';
import { handler } from '../../../handler';

/** Signs out everywhere, here too. */
export const POST = handler({ role: 'viewer', beforePasswordChange: true }, async ({ db, actor }) => {
  await endSessions(db, actor, actor.id);
});
