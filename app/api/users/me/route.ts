import { userOperations } from '@/lib/contracts/operations/user-operations';
import type { MeDto } from '@/lib/contracts/people';
import { userById } from '@/lib/services/users/list-users';
import { serve } from '../../serve';

export const GET = serve(userOperations.me, async ({ db, actor }): Promise<MeDto> => {
  const { mustChangePassword } = await userById(db, actor.id);
  return { id: actor.id, name: actor.name, role: actor.role, mustChangePassword };
});
