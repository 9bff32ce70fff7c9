import type { Db } from 'mongodb';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { UserDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { verifyPassword } from './password';
import { chargeAttempt, forgiveAttempt } from './throttle';

export interface Credentials {
  name: string;
  password: string;
  address: string | null;
}

/**
 * The user with this name and password. Throws `wrong-credentials` (the same, after the same time, for an
 * unknown name), `too-many-attempts`, and `account-disabled` only to who knows the password.
 */
export async function signIn(db: Db, { name, password, address }: Credentials): Promise<UserDoc> {
  const nameLower = name.toLowerCase();
  if (address !== null) await chargeAttempt(db, 'address', address);
  await chargeAttempt(db, 'account', nameLower);
  const user = await collection(db, 'users').findOne({ nameLower });
  const right = await verifyPassword(user?.passwordHash ?? null, password);
  if (user === null || !right) {
    // An unknown name isn't recorded: people type their password there by mistake.
    if (user) await audit(db, personOf(user, address), 'session.refuse', `user:${user.name}`);
    throw new Problem('wrong-credentials');
  }
  await forgiveAttempt(db, 'account', nameLower);
  if (address !== null) await forgiveAttempt(db, 'address', address);
  if (user.disabled) throw new Problem('account-disabled');
  await recordSignIn(db, user, address, 'password');
  return user;
}

/** Notes on the user and in the audit trail that somebody signed in. */
export async function recordSignIn(db: Db, user: UserDoc, address: string | null, by: 'password' | 'oidc') {
  await collection(db, 'users').updateOne({ _id: user._id }, { $set: { lastSignInAt: new Date() } });
  await audit(db, personOf(user, address), 'session.start', `user:${user.name}`, { by });
}

function personOf({ _id: id, name, role }: UserDoc, address: string | null): Actor {
  return { id, name, role, via: 'session', address };
}
