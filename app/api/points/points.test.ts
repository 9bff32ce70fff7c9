import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Role } from '@/lib/contracts/people';
import {
  pointAccountSchema,
  pointRuleAnswerSchema,
  pointsBookedSchema,
  pointsOverviewSchema,
} from '@/lib/contracts/points';
import { createApiKey } from '@/lib/services/api-keys/api-keys';
import { actor, openShop, orderRule } from '@/lib/services/points/testing/shop';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { addUser, context, cookieOf, request, SECRET } from '../testing/signed-in';
import * as adjust from './members/[id]/adjust/route';
import * as entries from './members/[id]/entries/route';
import * as redeem from './members/[id]/redeem/route';
import * as account from './members/[id]/route';
import * as overview from './route';
import * as rule from './rules/[id]/route';
import * as rules from './rules/route';
import * as run from './run/route';
import * as schedule from './schedule/route';

let database: TestDatabase;
const cookies = new Map<Role, string>();
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  await openShop(database.db, 1);
  for (const role of ['viewer', 'editor'] as const) {
    cookies.set(role, await cookieOf(await addUser(database.db, role, { role })));
  }
});
afterAll(() => database.drop());

const as = (role: Role, json?: unknown, method?: string, path = '/') =>
  request(path, { headers: { cookie: cookies.get(role) ?? '' }, json, method });
const m0 = context({ id: 'm0' });
const label = { zh: '购物', en: 'Shopping' };

test('an editor keeps rules, a viewer reads them', async () => {
  const body = { label, rule: orderRule() };
  expect((await rules.POST(as('viewer', body), context())).status).toBe(403);
  const made = pointRuleAnswerSchema.parse(
    await (await rules.POST(as('editor', body), context())).json(),
  ).rule;
  const its = context({ id: made.id });
  expect((await rule.PATCH(as('viewer', { active: false }, 'PATCH'), its)).status).toBe(403);
  const paused = await rule.PATCH(as('editor', { active: false }, 'PATCH'), its);
  expect(pointRuleAnswerSchema.parse(await paused.json()).rule).toMatchObject({ active: false, given: null });
  const edit = { ...body, revision: made.revision };
  expect((await rule.PUT(as('editor', edit, 'PUT'), its)).status).toBe(200);
  expect((await rule.PUT(as('editor', edit, 'PUT'), its)).status).toBe(409);
  expect((await rule.GET(as('viewer'), its)).status).toBe(200);
  const seen = pointsOverviewSchema.parse(await (await overview.GET(as('viewer'), context())).json());
  expect(seen).toMatchObject({ rules: [{ id: made.id }], lastRun: null, schedule: null });
  expect((await rule.DELETE(as('editor', undefined, 'DELETE'), its)).status).toBe(204);
  expect((await rule.GET(as('viewer'), its)).status).toBe(404);
});

test('what is wrong with a rule is said with its place', async () => {
  const wrong = { label, rule: { ...orderRule(), worth: { kind: 'fixed', points: 0.5 } } };
  const refused = await rules.POST(as('editor', wrong), context());
  expect(refused.status).toBe(400);
  expect((await refused.json()).error.params.where).toBe('rule.worth.points');
});

test('points are redeemed by who may, and by a key for it, once for each key', async () => {
  const gift = { key: 'gift', points: 50, note: '补发' };
  expect((await adjust.POST(as('viewer', gift), m0)).status).toBe(403);
  expect((await adjust.POST(as('editor', { ...gift, note: ' ' }), m0)).status).toBe(400);
  expect((await adjust.POST(as('editor', gift), m0)).status).toBe(200);
  expect((await redeem.POST(as('editor', gift), context({ id: 'nobody' }))).status).toBe(404);

  const { token } = await createApiKey(database.db, actor, { label: 'shop', scopes: ['points'] });
  const headers = { authorization: `Bearer ${token}` };
  const cup = () => redeem.POST(request('/', { headers, json: { key: 'cup', points: 30 } }), m0);
  const first = pointsBookedSchema.parse(await (await cup()).json());
  expect(pointsBookedSchema.parse(await (await cup()).json())).toEqual(first);
  expect(first.entry).toMatchObject({ kind: 'redeem', points: -30, balance: 20, by: 'api-key:shop' });
  const refused = await redeem.POST(as('editor', { key: 'tv', points: 21 }), m0);
  expect(refused.status).toBe(409);
  expect((await refused.json()).error.message.zh).toBe('积分不够：现有 20 积分，需要 21 积分。');
  const own = pointAccountSchema.parse(await (await account.GET(request('/', { headers }), m0)).json());
  expect(own).toMatchObject({ balance: 20, earned: 0, entries: 2 });
  const page = await entries.GET(as('viewer', undefined, 'GET', '/?limit=1'), m0);
  expect(await page.json()).toMatchObject({ entries: [{ seq: 2 }], next: 2 });
  expect((await run.POST(request('/', { headers, method: 'POST' }), context())).status).toBe(403);
});

test('the programme is run and scheduled by editors', async () => {
  expect((await run.POST(as('viewer', undefined, 'POST'), context())).status).toBe(403);
  expect((await run.POST(as('editor', undefined, 'POST'), context())).status).toBe(200);
  expect((await run.POST(as('editor', undefined, 'POST'), context())).status).toBe(409);
  const nightly = { schedule: { every: 'day', at: '03:00' } };
  const set = await schedule.PUT(as('editor', nightly, 'PUT'), context());
  expect(await set.json()).toMatchObject({ ...nightly, nextRunAt: expect.stringContaining('T') });
  expect((await schedule.PUT(as('viewer', nightly, 'PUT'), context())).status).toBe(403);
});
