import type { Db } from 'mongodb';
import { generatePassword, hashPassword, verifyPassword } from '@/lib/auth/password';
import { chargeAttempt, forgiveAttempt } from '@/lib/auth/throttle';
import type { Actor, IssuedPasswordDto } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { UserDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { noUser, userById } from './list-users';
import { toUserDto } from './user-dto';

/**
 * Gives a user a generated password, which they have to replace, and ends their sessions.
 * Throws `not-found`, `external-account`.
 */
export async function resetPassword(db: Db, actor: Actor, id: string): Promise<IssuedPasswordDto> {
  const { name, passwordHash } = await userById(db, id);
  if (passwordHash === '') throw new Problem('external-account', { name });
  const password = generatePassword();
  const user = await storePassword(db, id, password, true);
  await forgiveAttempt(db, 'account', user.nameLower);
  await audit(db, actor, 'user.reset-password', `user:${name}`);
  return { user: toUserDto(user), password };
}

/**
 * Replaces one's own password and ends all sessions; returns the new session version, for a new cookie.
 * Throws `wrong-credentials`, `too-many-attempts`, `same-password`, `external-account`.
 */
export async function changeOwnPassword(
  db: Db,
  actor: Actor,
  { current, next }: { current: string; next: string },
): Promise<number> {
  const { name, nameLower, passwordHash } = await userById(db, actor.id);
  if (passwordHash === '') throw new Problem('external-account', { name });
  // A stolen session must not be a way to guess the password without the throttle of signing in.
  await chargeAttempt(db, 'account', nameLower);
  if (!(await verifyPassword(passwordHash, current))) throw new Problem('wrong-credentials');
  await forgiveAttempt(db, 'account', nameLower);
  if (next === current) throw new Problem('same-password');
  const user = await storePassword(db, actor.id, next, false);
  await audit(db, actor, 'user.change-password', `user:${name}`);
  return user.sessionVersion;
}

/** Ends all of a user's sessions; returns the new session version. Throws `not-found`. */
export async function endSessions(db: Db, actor: Actor, id: string): Promise<number> {
  const user = await collection(db, 'users').findOneAndUpdate(
    { _id: id },
    { $inc: { sessionVersion: 1 } },
    { returnDocument: 'after' },
  );
  if (user === null) throw noUser();
  await audit(db, actor, 'session.end-all', `user:${user.name}`);
  return user.sessionVersion;
}

async function storePassword(
  db: Db,
  id: string,
  password: string,
  mustChangePassword: boolean,
): Promise<UserDoc> {
  const passwordHash = await hashPassword(password);
  const user = await collection(db, 'users').findOneAndUpdate(
    { _id: id },
    { $set: { passwordHash, mustChangePassword }, $inc: { sessionVersion: 1 } },
    { returnDocument: 'after' },
  );
  if (user === null) throw noUser();
  return user;
}
