import { expect, test } from '../journey';
import { Frame } from '../pages/frame';
import type { Role } from '../people';

type Call = readonly [method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: unknown];

const graph = { kind: 'segment', schemaVersion: 1, nodes: [], edges: [] };
const newSegment = { kind: 'segment', key: 'forbidden', label: { zh: '不许', en: 'Forbidden' } };

/** What takes each role: everything here is refused to those below it, whatever the pages offer. */
const calls: Record<Exclude<Role, 'viewer'>, readonly Call[]> = {
  editor: [
    ['post', '/api/definitions', newSegment],
    ['put', '/api/definitions/none/draft', { revision: 0, graph }],
    ['post', '/api/definitions/none/archive'],
    ['post', '/api/imports', {}],
    ['post', '/api/metrics', {}],
    ['post', '/api/points/rules', {}],
    ['post', '/api/points/run'],
    ['post', '/api/points/members/none/redeem', {}],
    ['post', '/api/points/members/none/adjust', {}],
  ],
  approver: [
    ['post', '/api/definitions/none/publish', { revision: 0, run: true }],
    ['post', '/api/definitions/none/runs', {}],
    ['put', '/api/definitions/none/schedule', { schedule: null }],
    ['post', '/api/exports', {}],
    ['get', '/api/exports'],
    ['post', '/api/members/none/reveal'],
  ],
  admin: [
    ['get', '/api/users'],
    ['post', '/api/users', { name: 'somebody', role: 'admin' }],
    ['patch', '/api/settings', { name: 'Taken over' }],
    ['get', '/api/audit'],
    ['post', '/api/api-keys', {}],
  ],
};

const below: Record<Exclude<Role, 'viewer'>, Role> = {
  editor: 'viewer',
  approver: 'editor',
  admin: 'approver',
};

for (const needed of ['editor', 'approver', 'admin'] as const) {
  test(`what takes the role ${needed} is refused to a ${below[needed]}, by the routes themselves`, async ({
    api,
  }) => {
    const requests = await api(below[needed]);
    for (const [method, path, body] of calls[needed]) {
      const refusal = await requests.refusal(method, path, body);
      expect({ ...refusal, path }).toEqual({ status: 403, code: 'not-allowed', path });
    }
  });
}

test('who is not signed in gets nothing but that', async ({ request }) => {
  for (const [method, path, body] of Object.values(calls).flat()) {
    const response = await request[method](path, { data: body, headers: { cookie: '' } });
    expect({ status: response.status(), path }).toEqual({ status: 401, path });
  }
});

test('a request from another site is refused though it brings the session', async ({
  api,
  people,
  playwright,
}) => {
  const storageState = await people.session('editor');
  const other = await playwright.request.newContext({
    baseURL: people.address,
    storageState,
    extraHTTPHeaders: { origin: 'https://elsewhere.example' },
  });
  expect((await other.post('/api/definitions', { data: newSegment })).status()).toBe(403);
  expect((await other.get('/api/users/me')).status()).toBe(200);
  await other.dispose();
  const editor = await api('editor');
  expect(await editor.refusal('get', '/api/definitions/forbidden')).toMatchObject({ code: 'not-found' });
});

test.describe('a viewer', () => {
  test.use({ role: 'viewer', language: 'en' });

  test('is told who can grant what a page takes, and is offered nothing they may not do', async ({
    page,
    language,
    accessible,
  }) => {
    await page.goto('/settings/users');
    await expect(page.getByText('You can’t see this')).toBeVisible();
    await expect(page.getByText(/It takes the role admin or above; you are viewer/)).toBeVisible();
    await accessible('a page that takes another role');
    await page.goto('/settings/workspace');
    await expect(page.getByText('Only admins can change these settings.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
    await page.goto('/data/imports');
    await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'New import' })).toHaveCount(0);
    await new Frame(page, language).goTo('分群', 'Segments');
    await expect(page.getByRole('heading', { level: 1, name: 'Segments' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^New/ })).toHaveCount(0);
    await accessible('segments of a viewer');
  });
});
