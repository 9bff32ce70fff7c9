import type { Db } from 'mongodb';
import type { Actor, ChangeUserBody, UserDto } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { UserDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { noUser, userById } from './list-users';
import { toUserDto } from './user-dto';

/**
 * Changes role or disables, effective at the user's next request; disabling also ends the sessions for good.
 * Throws `not-found`, `last-admin`.
 */
export async function changeUser(db: Db, actor: Actor, id: string, change: ChangeUserBody): Promise<UserDto> {
  const users = collection(db, 'users');
  const before = await userById(db, id);
  const after = { role: change.role ?? before.role, disabled: change.disabled ?? before.disabled };
  const losesAdmin = isActiveAdmin(before) && !isActiveAdmin(after);
  if (losesAdmin && (await countOtherAdmins(db, id)) === 0) throw lastAdmin(before);
  const revoke = after.disabled && !before.disabled;
  const changed = await users.findOneAndUpdate(
    { _id: id },
    { $set: after, ...(revoke ? { $inc: { sessionVersion: 1 } } : {}) },
    { returnDocument: 'after' },
  );
  if (changed === null) throw noUser();
  // Two admins may demote each other in the same instant, each still seeing the other: so look again after
  // writing, and undo. The later of the two is sure to see both writes.
  if (losesAdmin && (await countOtherAdmins(db, id)) === 0) {
    await users.updateOne({ _id: id }, { $set: { role: before.role, disabled: before.disabled } });
    throw lastAdmin(before);
  }
  await audit(db, actor, 'user.change', `user:${changed.name}`, { ...change });
  return toUserDto(changed);
}

function isActiveAdmin({ role, disabled }: Pick<UserDoc, 'role' | 'disabled'>): boolean {
  return role === 'admin' && !disabled;
}

function countOtherAdmins(db: Db, id: string): Promise<number> {
  return collection(db, 'users').countDocuments({ role: 'admin', disabled: false, _id: { $ne: id } });
}

function lastAdmin({ name }: UserDoc): Problem {
  return new Problem('last-admin', { name });
}
