import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { z } from 'zod';
import { systemActor, userNameSchema } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { UserDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { audit } from '@/lib/ground/audit/audit';

/** The claims that we read of an ID token. */
export const oidcClaims = z.object({
  iss: z.string(),
  sub: z.string(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
});
export type OidcClaims = z.infer<typeof oidcClaims>;

const NAME_ATTEMPTS = 20;

/**
 * The user whom the identity provider vouches for, found by issuer and subject only: names and emails can be
 * chosen by people, so none of them ever links to an account that exists. Who is new becomes a viewer.
 */
export async function oidcUser(db: Db, claims: OidcClaims): Promise<UserDoc> {
  const users = collection(db, 'users');
  const oidcSubject = `${claims.iss}|${claims.sub}`;
  for (let attempt = 1; attempt <= NAME_ATTEMPTS; attempt++) {
    const known = await users.findOne({ oidcSubject });
    if (known) return known;
    const name = attempt === 1 ? nameOf(claims) : `${nameOf(claims)}-${attempt}`;
    const user = newUser(name, oidcSubject);
    try {
      await users.insertOne(user);
      await audit(db, systemActor('oidc'), 'user.create', `user:${name}`, { role: user.role, by: 'oidc' });
      return user;
    } catch (error) {
      // The name is taken, or another request of the same person came first: look again.
      if (!isDuplicateKey(error, 'nameLower', 'oidcSubject')) throw error;
    }
  }
  throw new Error(`No free name for ${nameOf(claims)}`);
}

function newUser(name: string, oidcSubject: string): UserDoc {
  return {
    _id: randomUUID(),
    name,
    nameLower: name.toLowerCase(),
    passwordHash: '',
    oidcSubject,
    role: 'viewer',
    sessionVersion: 1,
    disabled: false,
    mustChangePassword: false,
    createdAt: new Date(),
    lastSignInAt: null,
  };
}

function nameOf(claims: OidcClaims): string {
  const candidates = [claims.preferred_username, claims.email, claims.name?.replace(/\s+/g, '.')];
  const name = candidates.map((candidate) => userNameSchema.safeParse(candidate).data).find(Boolean);
  return (name ?? `user-${claims.sub.replace(/[^A-Za-z0-9]/g, '')}`).slice(0, 60);
}
