import { createUserBody } from '@/lib/contracts/people';
import { createUser } from '@/lib/services/users/create-user';
import { listUsers } from '@/lib/services/users/list-users';
import { handler } from '../handler';

export const GET = handler({ role: 'admin' }, async ({ db }) => ({ users: await listUsers(db) }));

export const POST = handler({ role: 'admin', body: createUserBody }, ({ db, actor, body }) =>
  createUser(db, actor, body),
);
