import { MongoServerError } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { operation } from '@/lib/contracts/operations/operation';
import { systemActor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { createApiKey, revokeApiKey } from '@/lib/services/api-keys/api-keys';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { Reply } from './reply';
import { serve } from './serve';
import { addUser, context, cookieOf, request, SECRET } from './testing/signed-in';

let database: TestDatabase;
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await collection(database.db, 'users').deleteMany({});
});

async function codeOf(response: Response): Promise<[number, string]> {
  const body = z.object({ error: z.object({ code: z.string() }) }).parse(await response.json());
  return [response.status, body.error.code];
}

/** What an operation of the table has besides what a test is about. */
const base = {
  method: 'POST',
  path: '/api/tried',
  is: { zh: '试', en: 'Tries' },
  answer: z.unknown(),
} as const;

const whoAmI = serve(operation({ ...base, role: 'editor' }), async ({ actor }) => actor);

describe('sessions', () => {
  it('tells the route who acts', async () => {
    const anna = await addUser(database.db, 'anna', { role: 'approver' });
    const headers = { cookie: await cookieOf(anna), 'x-tagloom-address': '10.0.0.7' };
    const response = await whoAmI(request('/', { headers }), context());
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({
      id: 'id-anna',
      name: 'anna',
      role: 'approver',
      via: 'session',
      address: '10.0.0.7',
    });
  });

  it('refuses nobody, a forged cookie and a role too low', async () => {
    expect(await codeOf(await whoAmI(request('/'), context()))).toEqual([401, 'not-signed-in']);
    const forged = request('/', { headers: { cookie: 'next-auth.session-token=abc' } });
    expect(await codeOf(await whoAmI(forged, context()))).toEqual([401, 'not-signed-in']);
    const cookie = await cookieOf(await addUser(database.db, 'viv'));
    const low = await whoAmI(request('/', { headers: { cookie } }), context());
    expect(await low.json()).toMatchObject({
      error: {
        code: 'not-allowed',
        message: { zh: expect.stringContaining('编辑者'), en: expect.stringContaining('editor') },
      },
    });
  });

  it.each([
    ['a raised session version', { sessionVersion: 2 }],
    ['a disabled account', { disabled: true }],
  ])('ends at once with %s', async (_, change) => {
    const user = await addUser(database.db, 'rob', { role: 'admin' });
    const headers = { cookie: await cookieOf(user) };
    expect((await whoAmI(request('/', { headers }), context())).status).toBe(200);
    await collection(database.db, 'users').updateOne({ _id: user._id }, { $set: change });
    expect(await codeOf(await whoAmI(request('/', { headers }), context()))).toEqual([401, 'not-signed-in']);
  });

  it('heeds a changed role at the next request', async () => {
    const user = await addUser(database.db, 'rob', { role: 'admin' });
    const headers = { cookie: await cookieOf(user) };
    await collection(database.db, 'users').updateOne({ _id: user._id }, { $set: { role: 'viewer' } });
    expect(await codeOf(await whoAmI(request('/', { headers }), context()))).toEqual([403, 'not-allowed']);
  });

  it('lets somebody with a given password do nothing but replace it', async () => {
    const headers = {
      cookie: await cookieOf(await addUser(database.db, 'neu', { role: 'admin', mustChangePassword: true })),
    };
    expect(await codeOf(await whoAmI(request('/', { headers }), context()))).toEqual([
      403,
      'must-change-password',
    ]);
    const tried = operation({ ...base, role: 'viewer', beforePasswordChange: true });
    const open = serve(tried, async () => 'in');
    expect((await open(request('/', { headers }), context())).status).toBe(200);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['our own pages', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('takes a change from %s as it should', async (_, site, status) => {
    const cookie = await cookieOf(await addUser(database.db, 'eve', { role: 'admin' }));
    expect((await whoAmI(request('/', { json: {}, headers: { cookie, ...site } }), context())).status).toBe(
      status,
    );
    expect((await whoAmI(request('/', { headers: { cookie, ...site } }), context())).status).toBe(200);
  });
});

describe('API keys', () => {
  const importer = serve(operation({ ...base, role: 'editor', scope: 'import' }), async ({ actor }) => actor);
  const admin = systemActor('test');

  it('act in the role of the scope that the route asks for', async () => {
    const { token, key } = await createApiKey(database.db, admin, {
      label: 'crm',
      scopes: ['import', 'export'],
    });
    const headers = { authorization: `Bearer ${token}`, 'sec-fetch-site': 'cross-site' };
    const response = await importer(request('/', { json: {}, headers }), context());
    expect(await response.json()).toMatchObject({ id: key.id, name: 'crm', role: 'editor', via: 'api-key' });
    expect((await collection(database.db, 'apiKeys').findOne({ _id: key.id }))?.lastUsedAt).toBeInstanceOf(
      Date,
    );
  });

  it('are refused without the scope, where only people may go, unknown, and revoked', async () => {
    const { token, key } = await createApiKey(database.db, admin, { label: 'r', scopes: ['read:members'] });
    const by = (authorization: string) => request('/', { headers: { authorization } });
    expect(await codeOf(await importer(by(`Bearer ${token}`), context()))).toEqual([
      403,
      'not-allowed-for-key',
    ]);
    expect(await codeOf(await whoAmI(by(`Bearer ${token}`), context()))).toEqual([403, 'keys-not-accepted']);
    for (const other of [`Bearer ${token}x`, 'Bearer tl_', 'Basic abc', '']) {
      expect(await codeOf(await importer(by(other), context()))).toEqual([401, 'not-signed-in']);
    }
    const reader = serve(operation({ ...base, role: 'viewer', scope: 'read:members' }), async () => 'ok');
    expect((await reader(by(`Bearer ${token}`), context())).status).toBe(200);
    await revokeApiKey(database.db, admin, key.id);
    expect((await reader(by(`Bearer ${token}`), context())).status).toBe(401);
  });
});

describe('input and answer', () => {
  const echo = serve(
    operation({
      ...base,
      role: 'anybody',
      body: z.object({ n: z.number() }),
      query: z.object({ q: z.array(z.string()).optional() }),
      params: z.object({ id: z.string() }),
      limit: 100,
    }),
    async ({ body, query, params }) => ({ body, query, params }),
  );
  const post = (json: unknown, path = '/') => echo(request(path, { json }), context({ id: 'x' }));

  it('arrives parsed', async () => {
    expect(await (await post({ n: 1, more: 2 }, '/?q=a&q=b')).json()).toEqual({
      body: { n: 1 },
      query: { q: ['a', 'b'] },
      params: { id: 'x' },
    });
  });

  it('is refused by field, as no JSON, and as too large, with or without a declared length', async () => {
    expect(await codeOf(await post({ n: '1' }))).toEqual([400, 'invalid-input']);
    expect(await codeOf(await post('{'))).toEqual([400, 'not-json']);
    expect(await codeOf(await post(''))).toEqual([400, 'invalid-input']);
    expect(await codeOf(await post({ n: 1, fill: 'x'.repeat(100) }))).toEqual([413, 'too-large']);
  });

  const throwing = (error: unknown) =>
    serve(operation({ ...base, role: 'anybody', problems: ['not-found', 'too-many-attempts'] }), async () => {
      throw error;
    })(request('/'), context());

  it('maps what is thrown', async () => {
    expect(await codeOf(await throwing(new Problem('not-found', { what: 'x' })))).toEqual([404, 'not-found']);
    const waiting = await throwing(new Problem('too-many-attempts', { seconds: 8 }));
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '8']);
    expect(await codeOf(await throwing(new MongoServerError({ code: 50 })))).toEqual([503, 'too-slow']);
  });

  it('tells nothing of an error that nobody foresaw but its number', async () => {
    const response = await throwing(new Error('password is hunter2'));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toMatch(/"code":"internal","params":\{"id":"[0-9a-f]{8}"\}/);
    expect(text).not.toContain('hunter2');
  });

  const anybody = { ...base, role: 'anybody' } as const;

  it('answers nothing with 204, a file as it is, and another status where the operation has one', async () => {
    const nothing = serve(operation({ ...anybody, answer: null }), async ({ headers }) => {
      headers.set('x-more', 'so');
    });
    const none = await nothing(request('/'), context());
    expect([none.status, none.headers.get('x-more')]).toEqual([204, 'so']);
    const file = serve(operation({ ...anybody, answer: { file: ['text/csv'] } }), async () => {
      return new Response('a,b', { status: 201, headers: { 'content-type': 'text/csv' } });
    });
    const own = await file(request('/'), context());
    expect([own.status, await own.text()]).toEqual([201, 'a,b']);
    const unwell = operation({ ...anybody, answer: z.number(), also: { 503: z.string() } });
    const away = await serve(unwell, async () => new Reply(503, 'away'))(request('/'), context());
    expect([away.status, await away.json()]).toEqual([503, 'away']);
  });
});

describe('what an operation says', () => {
  const n = z.object({ n: z.int(), more: z.array(z.object({ a: z.string() })).optional() });
  const counts = operation({ ...base, role: 'anybody', answer: n });
  const unasked: { n: number; more?: { a: string; secret: string }[] } = {
    n: 1,
    more: [{ a: 'x', secret: 'hash' }],
  };

  it('is held against its answers while they are checked, and never before people', async () => {
    const ask = async (value: { n: number }) =>
      (await serve(counts, async () => value)(request('/'), context())).status;
    expect(await ask({ n: 1 })).toBe(200);
    expect(await ask({ n: 1.5 })).toBe(500);
    expect(await ask(unasked)).toBe(500);
    vi.stubEnv('TAGLOOM_CHECK_ANSWERS', '');
    expect(await ask({ n: 1.5 })).toBe(200);
    vi.stubEnv('TAGLOOM_CHECK_ANSWERS', 'on');
  });

  it('has every problem that it may answer with', async () => {
    const refusing = serve(counts, async () => {
      throw new Problem('not-found', { what: 'x' });
    });
    expect(await codeOf(await refusing(request('/'), context()))).toEqual([500, 'internal']);
  });
});
