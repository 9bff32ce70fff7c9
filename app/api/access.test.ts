import path from 'node:path';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hashPassword } from '@/lib/auth/password';
import { type ApiScope, apiScopes } from '@/lib/contracts/api-keys';
import { addressOf, paramNames } from '@/lib/contracts/operations/address-of';
import { allOperations } from '@/lib/contracts/operations/all-operations';
import type { Operation } from '@/lib/contracts/operations/operation';
import { atLeast, type Role, roles, systemActor } from '@/lib/contracts/people';
import { ensureIndexes } from '@/lib/db/indexes';
import { createApiKey } from '@/lib/services/api-keys/api-keys';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import type { Route } from './serve';
import { addUser, context, cookieOf, ORIGIN, request, SECRET } from './testing/signed-in';
import * as ownPassword from './users/me/password/route';
import * as me from './users/me/route';

let database: TestDatabase;
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());

/** Somebody, or nobody, at the door. */
interface Caller {
  name: string;
  headers: Record<string, string>;
  role?: Role;
  scope?: ApiScope;
}

async function callers(): Promise<Caller[]> {
  const people = roles.map(async (role) => {
    const user = await addUser(database.db, role, { role });
    return { name: role, role, headers: { cookie: await cookieOf(user) } };
  });
  const keys = apiScopes.map(async (scope) => {
    const { token } = await createApiKey(database.db, systemActor('test'), { label: scope, scopes: [scope] });
    return { name: `key ${scope}`, scope, headers: { authorization: `Bearer ${token}` } };
  });
  return [{ name: 'nobody', headers: {} }, ...(await Promise.all([...people, ...keys]))];
}

/** What the table says of a caller: 401, 403, or null where the door is open. */
function refusal(operation: Operation, { role, scope }: Caller): 401 | 403 | null {
  if (operation.role === 'anybody') return null;
  if (scope) return operation.scope === scope ? null : 403;
  if (role === undefined) return 401;
  return atLeast(role, operation.role) ? null : 403;
}

/** What gets past the door meets an empty input, or an id that nobody has, and goes no further. */
async function call(operation: Operation, { headers }: Caller): Promise<number> {
  const { method, path: address } = operation;
  const params = Object.fromEntries(paramNames(address).map((name) => [name, 'nobody']));
  const asked = new NextRequest(new URL(addressOf(address, params), ORIGIN), {
    method,
    headers: { host: 'tagloom.test', 'sec-fetch-site': 'same-origin', ...headers },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
  const route = await routeOf(operation);
  return (await route(asked, context(params))).status;
}

async function routeOf({ method, path: address }: Operation): Promise<Route> {
  const folder = address.slice('/api/'.length).replace(/\{(\w+)\}/g, '[$1]');
  const exported: object = await import(path.join(import.meta.dirname, folder, 'route.ts'));
  return Reflect.get(exported, method);
}

// Signing oneself out ends the session that the others come with, so it comes last.
const inOrder = allOperations.toSorted((a, b) => Number(endsSession(a.id)) - Number(endsSession(b.id)));
function endsSession(id: string): boolean {
  return id === 'users.endOwnSessions';
}

it('opens every operation to those whom the table names, and to nobody else', async () => {
  const wrong: string[] = [];
  for (const caller of await callers()) {
    for (const { id, operation } of inOrder) {
      const status = await call(operation, caller);
      const expected = refusal(operation, caller);
      const isRight =
        expected === null
          ? status !== 401 && status !== 403 && (status < 500 || operation.also?.[status] !== undefined)
          : status === expected;
      if (!isRight) wrong.push(`${caller.name}: ${id} → ${status}, not ${expected ?? 'let in'}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('goes on under a new cookie after the own password was changed, and nowhere else', async () => {
  const passwordHash = await hashPassword('the old password');
  const anna = await addUser(database.db, 'anna', { passwordHash, mustChangePassword: true });
  const before = { cookie: await cookieOf(anna) };
  const json = { current: 'the old password', next: 'the new password' };
  const changed = await ownPassword.POST(request('/', { json, headers: before }), context());
  expect(changed.status).toBe(204);
  const [cookie] = (changed.headers.get('set-cookie') ?? '').split(';');
  expect(changed.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax$/);
  expect((await me.GET(request('/', { headers: before }), context())).status).toBe(401);
  const mine = await me.GET(request('/', { headers: { cookie: cookie ?? '' } }), context());
  expect(await mine.json()).toEqual({
    id: anna._id,
    name: 'anna',
    role: 'viewer',
    mustChangePassword: false,
  });
});
