import type { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '@/lib/auth/password';
import { atLeast, roles, systemActor } from '@/lib/contracts/people';
import type { Role } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { createApiKey } from '@/lib/services/api-keys/api-keys';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import * as apiKey from './api-keys/[id]/route';
import * as apiKeys from './api-keys/route';
import * as auditTrail from './audit/route';
import * as cancel from './jobs/[id]/cancel/route';
import * as retry from './jobs/[id]/retry/route';
import * as job from './jobs/[id]/route';
import * as jobs from './jobs/route';
import * as mirror from './mirror/route';
import * as metrics from './monitoring/route';
import * as settings from './settings/route';
import { addUser, context, cookieOf, request, SECRET } from './testing/signed-in';
import * as endSessions from './users/[id]/end-sessions/route';
import * as resetPassword from './users/[id]/password/route';
import * as user from './users/[id]/route';
import * as endOwnSessions from './users/me/end-sessions/route';
import * as ownPassword from './users/me/password/route';
import * as me from './users/me/route';
import * as users from './users/route';

let database: TestDatabase;
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());

type Route = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>;

/** Those that a key opens. */
const forKeys: ReadonlySet<string> = new Set(['GET /metrics', 'GET /mirror']);

/** Every route of people and housekeeping, and the least role that gets in. */
const routes: [name: string, route: Route, least: Role][] = [
  ['GET /users', users.GET, 'admin'],
  ['POST /users', users.POST, 'admin'],
  ['PATCH /users/:id', user.PATCH, 'admin'],
  ['POST /users/:id/password', resetPassword.POST, 'admin'],
  ['POST /users/:id/end-sessions', endSessions.POST, 'admin'],
  ['GET /users/me', me.GET, 'viewer'],
  ['POST /users/me/password', ownPassword.POST, 'viewer'],
  ['POST /users/me/end-sessions', endOwnSessions.POST, 'viewer'],
  ['GET /jobs', jobs.GET, 'viewer'],
  ['GET /jobs/:id', job.GET, 'viewer'],
  ['POST /jobs/:id/cancel', cancel.POST, 'editor'],
  ['POST /jobs/:id/retry', retry.POST, 'editor'],
  ['GET /audit', auditTrail.GET, 'admin'],
  ['GET /mirror', mirror.GET, 'viewer'],
  ['GET /settings', settings.GET, 'viewer'],
  ['PATCH /settings', settings.PATCH, 'admin'],
  ['GET /api-keys', apiKeys.GET, 'admin'],
  ['POST /api-keys', apiKeys.POST, 'admin'],
  ['DELETE /api-keys/:id', apiKey.DELETE, 'admin'],
  ['GET /metrics', metrics.GET, 'admin'],
];

describe.each(routes)('%s', (name, route, least) => {
  const [method] = name.split(' ');
  // What gets past the door meets an empty body or an id that nobody has, and goes no further.
  const call = (headers: Record<string, string>) =>
    route(
      request('/', { headers, method, ...(method === 'GET' ? {} : { json: {} }) }),
      context({ id: 'nobody' }),
    );

  it('is shut to who is not signed in', async () => {
    expect((await call({})).status).toBe(401);
  });

  it.each(roles)('opens to a %s as it should', async (role) => {
    const person = await addUser(database.db, `${role}-${name}`, { role });
    const { status } = await call({ cookie: await cookieOf(person) });
    expect(status === 403).toBe(!atLeast(role, least));
    expect(status).not.toBe(401);
    expect(status).toBeLessThan(500);
  });

  it('is shut to a key that may do everything, unless it is for keys', async () => {
    const scopes = ['read:members', 'read:counts', 'import', 'export', 'run', 'points'] as const;
    const { token } = await createApiKey(database.db, systemActor('test'), {
      label: 'all',
      scopes: [...scopes],
    });
    const { status } = await call({ authorization: `Bearer ${token}` });
    expect(status).toBe(forKeys.has(name) ? 200 : 403);
  });
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
