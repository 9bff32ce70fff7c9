import type { Db } from 'mongodb';
import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import type { UserDoc } from '@/lib/db/documents';

export const ORIGIN = 'http://tagloom.test';
export const SECRET = 'a secret of the tests, long enough to be taken';

/** The `Cookie` header of a user's session. */
export async function cookieOf({
  _id,
  sessionVersion,
}: Pick<UserDoc, '_id' | 'sessionVersion'>): Promise<string> {
  const token = await encode({ token: { sub: _id, sessionVersion }, secret: SECRET });
  return `next-auth.session-token=${token}`;
}

/** A request as the browser sends it from our own pages; `json` makes it a POST unless a method is given. */
export function request(
  path: string,
  { headers = {}, json, method }: { headers?: Record<string, string>; json?: unknown; method?: string } = {},
): NextRequest {
  return new NextRequest(new URL(path, ORIGIN), {
    method: method ?? (json === undefined ? 'GET' : 'POST'),
    headers: { host: 'tagloom.test', 'sec-fetch-site': 'same-origin', ...headers },
    ...(json === undefined ? {} : { body: typeof json === 'string' ? json : JSON.stringify(json) }),
  });
}

/** What Next passes besides the request. */
export const context = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) });

/** A user who stands in the database; `over` replaces fields. */
export async function addUser(db: Db, name: string, over: Partial<UserDoc> = {}): Promise<UserDoc> {
  const user: UserDoc = {
    _id: `id-${name}`,
    name,
    nameLower: name.toLowerCase(),
    passwordHash: 'none',
    role: 'viewer',
    sessionVersion: 1,
    disabled: false,
    mustChangePassword: false,
    createdAt: new Date(),
    lastSignInAt: null,
    ...over,
  };
  await db.collection<UserDoc>('users').insertOne(user);
  return user;
}
