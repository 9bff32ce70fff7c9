import type { Db } from 'mongodb';
import type { NextRequest } from 'next/server';
import { addressOf } from '@/lib/auth/request-stamp';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { sessionActor } from '@/lib/auth/session-actor';
import { type ApiScope, scopeRole } from '@/lib/contracts/api-keys';
import { type Actor, atLeast, type Role, roleText } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { findApiKey } from '@/lib/services/api-keys/find-api-key';

/** What a route asks of whoever calls it. */
export interface Access {
  /** The least role of a signed-in person. */
  role: Role;
  /** API keys with this scope may call it too, whatever `role` says, and act in the role of the scope. */
  scope?: ApiScope;
  /** Open to people who have yet to replace a given password. */
  beforePasswordChange?: boolean;
}

/**
 * Who makes a request: the holder of an API key (`Authorization: Bearer tl_…`) or of a session. Throws
 * `not-signed-in`, `not-allowed`, `not-allowed-for-key`, `must-change-password`, `wrong-origin`.
 */
export async function requestActor(db: Db, request: NextRequest, access: Access): Promise<Actor> {
  const authorization = request.headers.get('authorization');
  return authorization === null ? bySession(db, request, access) : byKey(db, request, authorization, access);
}

async function bySession(db: Db, request: NextRequest, access: Access): Promise<Actor> {
  const cookie = (name: string) => request.cookies.get(name)?.value;
  const actor = await sessionActor(db, cookie, addressOf(request.headers));
  if (actor === null) throw new Problem('not-signed-in');
  if (!isSameOrigin(request.method, request.headers)) throw new Problem('wrong-origin');
  if (actor.mustChangePassword && !access.beforePasswordChange) throw new Problem('must-change-password');
  if (!atLeast(actor.role, access.role)) throw new Problem('not-allowed', { role: roleText[access.role] });
  return actor;
}

async function byKey(db: Db, request: NextRequest, authorization: string, access: Access): Promise<Actor> {
  const key = await findApiKey(db, /^Bearer (.+)$/i.exec(authorization)?.[1] ?? '');
  if (key === null) throw new Problem('not-signed-in');
  const { scope } = access;
  if (scope === undefined) throw new Problem('keys-not-accepted');
  if (!key.scopes.includes(scope)) throw new Problem('not-allowed-for-key', { scope });
  const { id, label: name } = key;
  return { id, name, role: scopeRole[scope], via: 'api-key', address: addressOf(request.headers) };
}
