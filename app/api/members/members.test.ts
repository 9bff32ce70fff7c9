import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  type MemberPage,
  memberDetailSchema,
  memberPageSchema,
  revealAnswerSchema,
  timelineSchema,
} from '@/lib/contracts/members';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { createApiKey } from '@/lib/services/api-keys/api-keys';
import { seedDemo } from '@/lib/services/demo/seed';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { GET as demo, DELETE as removeDemo } from '../demo/route';
import { addUser, context, cookieOf, request, SECRET } from '../testing/signed-in';
import { GET as events } from './[id]/events/route';
import { POST as reveal } from './[id]/reveal/route';
import { GET as detail } from './[id]/route';
import { GET as list } from './route';

let database: TestDatabase;
let viewer: string;
let approver: string;
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  await ensureIndexes(database.db);
  await seedDemo(database.db, { members: 60 });
  viewer = await cookieOf(await addUser(database.db, 'vi'));
  approver = await cookieOf(await addUser(database.db, 'app', { role: 'approver' }));
});
afterAll(() => database.drop());

const get = (query: string, cookie = viewer) => request(`/api/members?${query}`, { headers: { cookie } });

async function page(query: string): Promise<MemberPage> {
  return memberPageSchema.parse(await (await list(get(query), context())).json());
}

test('pages, columns and search as the members page asks for them', async () => {
  const first = await page('columns=attrs.city,attrs.birthday&limit=25');
  expect([first.total, first.members.length]).toEqual([60, 25]);
  expect((await page(`limit=50&after=${first.next}`)).members).toHaveLength(35);
  const shown = first.members.flatMap(({ identities }) => identities);
  expect(shown.every(({ masked, value }) => masked && value.includes('****'))).toBe(true);
  const births = first.members.flatMap(({ values }) => values['attrs.birthday'] ?? []);
  expect(births.every((birth) => /^\d{4}-\*\*-\*\*$/.test(String(birth)))).toBe(true);
  expect((await page('search=demo_union_000007')).members.map(({ id }) => id)).toEqual(['demo000007']);
  expect((await list(get('columns=attrs.nothing'), context())).status).toBe(400);
  expect((await list(get('segment=nothing'), context())).status).toBe(404);
});

test('one member; what is masked takes the role for it, and a key never gets it', async () => {
  const params = () => context({ id: 'demo000007' });
  const shown = memberDetailSchema.parse(await (await detail(get('', viewer), params())).json());
  expect(shown).toMatchObject({ id: 'demo000007', demo: true, mayReveal: false });
  const timeline = timelineSchema.parse(await (await events(get('limit=5'), params())).json());
  expect(timeline.events).toHaveLength(5);
  const ask = (cookie: string) => reveal(request('/', { method: 'POST', headers: { cookie } }), params());
  expect((await ask(viewer)).status).toBe(403);
  const open = revealAnswerSchema.parse(await (await ask(approver)).json());
  expect(open.identities.find(({ type }) => type === 'phone')?.value).toMatch(/^\+86154/);
  const trail = await collection(database.db, 'audit').find({ action: 'member.reveal' }).toArray();
  expect(trail).toMatchObject([{ actor: 'app', target: 'member:demo000007' }]);

  const { token } = await createApiKey(database.db, systemActor('test'), {
    label: 'bi',
    scopes: ['read:members'],
  });
  const bearer = { headers: { authorization: `Bearer ${token}` } };
  expect((await list(request('/api/members', bearer), context())).status).toBe(200);
  expect((await reveal(request('/', { method: 'POST', ...bearer }), params())).status).toBe(403);
});

test('only an admin removes the demo', async () => {
  const admin = await cookieOf(await addUser(database.db, 'root', { role: 'admin' }));
  const ask = (cookie: string) =>
    removeDemo(request('/', { method: 'DELETE', headers: { cookie } }), context());
  expect(await (await demo(get(''), context())).json()).toEqual({ demo: true });
  expect((await ask(approver)).status).toBe(403);
  expect(await (await ask(admin)).json()).toEqual({ job: expect.any(String) });
  expect(await collection(database.db, 'jobs').countDocuments({ kind: 'remove-demo', state: 'queued' })).toBe(
    1,
  );
});
