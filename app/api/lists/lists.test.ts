import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listAnswerSchema, listListSchema } from '@/lib/contracts/lists';
import type { Role } from '@/lib/contracts/people';
import { type ListWorkshop, listWorkshop, plainPhone } from '@/lib/services/lists/testing/list-workshop';
import { addUser, context, cookieOf, request, SECRET } from '../testing/signed-in';
import * as one from './[id]/route';
import * as unmatched from './[id]/unmatched.csv/route';
import * as usage from './[id]/usage/route';
import * as lists from './route';

let shop: ListWorkshop;
const cookies = new Map<Role, string>();
vi.mock('@/lib/db/connect', () => ({ getDb: async () => shop.db }));
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  shop = await listWorkshop(3);
  for (const role of ['viewer', 'editor'] as const) {
    cookies.set(role, await cookieOf(await addUser(shop.db, role, { role })));
  }
});
afterAll(() => shop.drop());

const as = (role: Role, path = '/', json?: unknown, method?: string) =>
  request(path, { headers: { cookie: cookies.get(role) ?? '' }, json, method });

test('an editor uploads, downloads who is left over, and removes; a viewer only looks', async () => {
  const upload = await shop.upload(`phone\n${plainPhone(1)}\n13999999999\n`);
  const body = { label: '双十一到店', identityType: 'phone', upload };
  expect((await lists.POST(as('viewer', '/', body), context())).status).toBe(403);
  const made = listAnswerSchema.parse(
    await (await lists.POST(as('editor', '/', body), context())).json(),
  ).list;
  expect(made.state).toBe('matching');
  const its = context({ id: made.id });
  expect((await unmatched.GET(as('editor'), its)).status).toBe(409);
  await shop.settled(made.id);

  expect(listAnswerSchema.parse(await (await one.GET(as('viewer'), its)).json()).list).toMatchObject({
    state: 'ready',
    uploaded: 2,
    matched: 1,
    members: 1,
  });
  expect(listListSchema.parse(await (await lists.GET(as('viewer'), context())).json()).lists).toHaveLength(1);
  expect(await (await usage.GET(as('viewer'), its)).json()).toEqual({ usage: [] });
  expect((await unmatched.GET(as('viewer'), its)).status).toBe(403);
  const file = await unmatched.GET(as('editor', '/?locale=en'), its);
  expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('双十一到店-unmatched.csv'));
  expect(await file.text()).toContain('3,13999999999,No member has this identity.');
  expect(await shop.db.collection('audit').countDocuments({ action: 'list.download-unmatched' })).toBe(1);

  expect((await one.DELETE(as('viewer', '/', undefined, 'DELETE'), its)).status).toBe(403);
  const removed = await one.DELETE(as('editor', '/', undefined, 'DELETE'), its);
  expect(listAnswerSchema.parse(await removed.json()).list.state).toBe('deleting');
});

test('what is wrong with what was sent is said', async () => {
  const answer = await lists.POST(
    as('editor', '/', { label: ' ', identityType: 'Phone!', upload: 'x' }),
    context(),
  );
  expect(answer.status).toBe(400);
  expect((await one.GET(as('viewer'), context({ id: 'nope' }))).status).toBe(404);
});
