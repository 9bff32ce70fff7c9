import { userOperations } from '@/lib/contracts/operations/user-operations';
import { createUser } from '@/lib/services/users/create-user';
import { listUsers } from '@/lib/services/users/list-users';
import { serve } from '../serve';

export const GET = serve(userOperations.list, async ({ db }) => ({ users: await listUsers(db) }));

export const POST = serve(userOperations.create, ({ db, actor, body }) => createUser(db, actor, body));
