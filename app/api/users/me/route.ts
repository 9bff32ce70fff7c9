import type { MeDto } from '@/lib/contracts/people';
import { userById } from '@/lib/services/users/list-users';
import { handler } from '../../handler';

export const GET = handler(
  { role: 'viewer', beforePasswordChange: true },
  async ({ db, actor }): Promise<MeDto> => {
    const { mustChangePassword } = await userById(db, actor.id);
    return { id: actor.id, name: actor.name, role: actor.role, mustChangePassword };
  },
);
