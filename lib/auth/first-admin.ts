import type { Db } from 'mongodb';
import { PASSWORD_MIN_LENGTH, passwordSchema, systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { audit } from '@/lib/ground/audit/audit';
import { generatePassword, hashPassword } from './password';

const NAME = 'admin';

/**
 * Makes the user `admin` in an installation without any, with `TAGLOOM_ADMIN_PASSWORD` or a generated password,
 * and returns both; null when there is a user already. Of several processes at once exactly one makes it.
 */
export async function ensureFirstAdmin(
  db: Db,
  given: string | undefined = process.env.TAGLOOM_ADMIN_PASSWORD,
): Promise<{ name: string; password: string } | null> {
  const users = collection(db, 'users');
  if ((await users.findOne({}, { projection: { _id: 1 } })) !== null) return null;
  const password = given || generatePassword();
  if (!passwordSchema.safeParse(password).success) {
    throw new Error(`TAGLOOM_ADMIN_PASSWORD must have at least ${PASSWORD_MIN_LENGTH} characters.`);
  }
  try {
    await users.insertOne({
      // Fixed, so that of two processes one loses even before the indexes are made.
      _id: 'first-admin',
      name: NAME,
      nameLower: NAME,
      passwordHash: await hashPassword(password),
      role: 'admin',
      sessionVersion: 1,
      disabled: false,
      // Only who started the server has seen it.
      mustChangePassword: false,
      createdAt: new Date(),
      lastSignInAt: null,
    });
  } catch (error) {
    if (isDuplicateKey(error, '_id_', 'nameLower')) return null;
    throw error;
  }
  await audit(db, systemActor('set-up'), 'user.create', `user:${NAME}`, { role: 'admin' });
  return { name: NAME, password };
}
