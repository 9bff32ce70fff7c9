import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { generatePassword, hashPassword } from '@/lib/auth/password';
import type { Actor, CreateUserBody, IssuedPasswordDto } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { UserDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { audit } from '@/lib/ground/audit/audit';
import { toUserDto } from './user-dto';

/**
 * Adds a user, with the password given or a generated one; either way the user has to replace it, since
 * somebody else has seen it. Throws `name-taken`.
 */
export async function createUser(db: Db, actor: Actor, body: CreateUserBody): Promise<IssuedPasswordDto> {
  const { name, role, password = generatePassword() } = body;
  const user: UserDoc = {
    _id: randomUUID(),
    name,
    nameLower: name.toLowerCase(),
    passwordHash: await hashPassword(password),
    role,
    sessionVersion: 1,
    disabled: false,
    mustChangePassword: true,
    createdAt: new Date(),
    lastSignInAt: null,
  };
  try {
    await collection(db, 'users').insertOne(user);
  } catch (error) {
    if (isDuplicateKey(error, 'nameLower')) throw new Problem('name-taken', { name });
    throw error;
  }
  await audit(db, actor, 'user.create', `user:${name}`, { role });
  return { user: toUserDto(user), password };
}
