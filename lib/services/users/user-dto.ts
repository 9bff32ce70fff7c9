import type { UserDto } from '@/lib/contracts/people';
import type { UserDoc } from '@/lib/db/documents';

/** A user as others may see it: without hash and session version. */
export function toUserDto(user: UserDoc): UserDto {
  return {
    id: user._id,
    name: user.name,
    role: user.role,
    disabled: user.disabled,
    mustChangePassword: user.mustChangePassword,
    external: user.passwordHash === '',
    createdAt: user.createdAt.toISOString(),
    lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
  };
}
