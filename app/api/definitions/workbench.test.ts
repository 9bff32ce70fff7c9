import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { countsAnswerSchema, explainAnswerSchema, portMembersAnswerSchema } from '@/lib/contracts/counts';
import { cutpointsAnswerSchema } from '@/lib/contracts/cutpoints';
import {
  definitionAnswerSchema,
  definitionListSchema,
  definitionUsageSchema,
  deletedSchema,
  draftConflictSchema,
  draftSavedSchema,
  engineCatalogueSchema,
  publishedSchema,
  publishMembersSchema,
  publishPreviewSchema,
  templateListSchema,
  versionAnswerSchema,
  versionListSchema,
} from '@/lib/contracts/definitions';
import { atLeast, type Role, roles } from '@/lib/contracts/people';
import { demoWorkspace } from '@/lib/counting/testing/demo-workspace';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { draw } from '@/rules-engine/index';
import * as cutpoints from '../counts/cutpoints/route';
import * as portMembers from '../counts/members/route';
import * as counts from '../counts/route';
import * as explain from '../explain/route';
import { addUser, context, cookieOf, request, SECRET } from '../testing/signed-in';
import * as archive from './[id]/archive/route';
import * as draft from './[id]/draft/route';
import * as duplicate from './[id]/duplicate/route';
import * as members from './[id]/publish/members/route';
import * as preview from './[id]/publish/preview/route';
import * as publish from './[id]/publish/route';
import * as restore from './[id]/restore/route';
import * as one from './[id]/route';
import * as schedule from './[id]/schedule/route';
import * as usage from './[id]/usage/route';
import * as restoreVersion from './[id]/versions/[version]/restore/route';
import * as version from './[id]/versions/[version]/route';
import * as versions from './[id]/versions/route';
import * as catalogue from './catalogue/route';
import * as definitions from './route';
import * as templates from './templates/route';

let database: TestDatabase;
const cookies = new Map<Role, string>();
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  await demoWorkspace(database.db, 80);
  for (const role of roles) cookies.set(role, await cookieOf(await addUser(database.db, role, { role })));
});
afterAll(() => database.drop());

type Route = typeof counts.POST;
interface Sent {
  as?: Role;
  method?: string;
  json?: unknown;
  params?: Record<string, string>;
  query?: string;
}

function send(route: Route, { as = 'admin', method, json, params, query = '' }: Sent): Promise<Response> {
  return route(
    request(`/${query}`, { headers: { cookie: cookies.get(as) ?? '' }, method, json }),
    context(params),
  );
}

const asOf = '2026-11-22';
const orders = { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } };
const graph = (n: number) =>
  draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      c: {
        type: 'condition',
        params: { mode: 'all', rows: [{ subject: orders, operator: 'atLeast', value: n }] },
        at: [1, 0],
      },
      out: { type: 'segmentOutput', at: [2, 0] },
    },
    ['all.out → c.in', 'c.matched → out.in'],
  );

describe('who may', () => {
  const least: [name: string, route: Route, method: string, least: Role][] = [
    ['list', definitions.GET, 'GET', 'viewer'],
    ['create', definitions.POST, 'POST', 'editor'],
    ['see templates', templates.GET, 'GET', 'viewer'],
    ['see the catalogue', catalogue.GET, 'GET', 'viewer'],
    ['see one', one.GET, 'GET', 'viewer'],
    ['rename', one.PATCH, 'PATCH', 'editor'],
    ['delete', one.DELETE, 'DELETE', 'editor'],
    ['save a draft', draft.PUT, 'PUT', 'editor'],
    ['duplicate', duplicate.POST, 'POST', 'editor'],
    ['see where it is used', usage.GET, 'GET', 'viewer'],
    ['archive', archive.POST, 'POST', 'editor'],
    ['restore', restore.POST, 'POST', 'editor'],
    ['preview a publication', preview.POST, 'POST', 'viewer'],
    ['list who moves', members.POST, 'POST', 'viewer'],
    ['publish', publish.POST, 'POST', 'approver'],
    ['schedule', schedule.PUT, 'PUT', 'approver'],
    ['see versions', versions.GET, 'GET', 'viewer'],
    ['see a version', version.GET, 'GET', 'viewer'],
    ['restore a version', restoreVersion.POST, 'POST', 'editor'],
    ['count', counts.POST, 'POST', 'viewer'],
    ['list members of a port', portMembers.POST, 'POST', 'viewer'],
    ['ask for cutpoints', cutpoints.POST, 'POST', 'viewer'],
    ['ask why', explain.POST, 'POST', 'viewer'],
  ];

  it.each(least)('%s', async (_, route, method, needed) => {
    const params = { id: 'nobody', version: '1' };
    const json = method === 'GET' ? undefined : {};
    expect((await route(request('/', { method, json }), context(params))).status).toBe(401);
    for (const role of roles) {
      const { status } = await send(route, { as: role, method, json, params });
      expect(status === 403, role).toBe(!atLeast(role, needed));
      expect(status, role).toBeLessThan(500);
    }
  });
});

test('a segment is drawn, counted, explained, published, run, and put away: every answer is as agreed', async () => {
  const label = { zh: '常客', en: 'Regulars' };
  const created = await send(definitions.POST, {
    as: 'editor',
    json: { kind: 'segment', label, folder: '消费' },
  });
  const { definition } = definitionAnswerSchema.parse(await created.json());
  const params = { id: definition.id, version: '1' };

  const saving = { method: 'PUT', json: { revision: 0, graph: graph(2) }, params };
  const saved = await send(draft.PUT, { as: 'editor', ...saving });
  const { revision } = draftSavedSchema.parse(await saved.json());
  const late = await send(draft.PUT, { as: 'approver', ...saving });
  expect(late.status).toBe(409);
  const conflict = draftConflictSchema.parse(await late.json());
  expect(conflict).toMatchObject({
    error: { params: { by: 'editor' } },
    definition: { revision, graph: graph(2) },
  });

  const counted = await send(counts.POST, {
    as: 'viewer',
    json: { graph: graph(2), asOf, definition: definition.id },
  });
  const { ports, total } = countsAnswerSchema.parse(await counted.json());
  expect(total).toBe(80);
  const size = ports['out.value']?.n;
  const listing = { graph: graph(2), asOf, port: 'c.matched', columns: ['attrs.city', 'attrs.name'] };
  const listed = portMembersAnswerSchema.parse(
    await (await send(portMembers.POST, { json: listing })).json(),
  );
  expect([listed.total, listed.members.length]).toEqual([size, size]);
  const cutting = { graph: graph(2), asOf };
  const cut = cutpointsAnswerSchema.parse(await (await send(cutpoints.POST, { json: cutting })).json());
  expect(cut).toMatchObject({ cuts: [], graph: graph(2) });
  const asking = { graph: graph(2), asOf, member: listed.members[0]?.id };
  const why = explainAnswerSchema.parse(await (await send(explain.POST, { json: asking })).json());
  expect(why.output).toMatchObject({ node: 'out' });

  const previewed = await send(preview.POST, { json: { revision, asOf }, params });
  expect(publishPreviewSchema.parse(await previewed.json())).toMatchObject({ entered: size, left: 0 });
  const moving = { revision, asOf, change: 'entered' };
  const entering = publishMembersSchema.parse(
    await (await send(members.POST, { json: moving, params })).json(),
  );
  expect(entering.total).toBe(size);

  const going = await send(publish.POST, {
    as: 'approver',
    json: { revision, asOf, note: '首次', run: true },
    params,
  });
  const published = publishedSchema.parse(await going.json());
  expect(published).toMatchObject({
    version: { version: 1, size, note: '首次', author: 'approver' },
    run: { trigger: 'publish', asOf: published.run?.asOf },
    definition: { state: 'published', publishedVersion: 1 },
  });
  const history = versionListSchema.parse(await (await send(versions.GET, { params })).json());
  expect(history.versions).toHaveLength(1);
  const detail = versionAnswerSchema.parse(await (await send(version.GET, { params })).json());
  expect(detail.version.graph).toEqual(graph(2));
  const back = await send(restoreVersion.POST, { json: { revision: 0 }, params });
  expect(draftConflictSchema.safeParse(await back.json()).success).toBe(true);

  const list = definitionListSchema.parse(
    await (await send(definitions.GET, { query: '?search=ck' })).json(),
  );
  expect(list.definitions.map(({ id }) => id)).toEqual([definition.id]);
  const copy = await send(duplicate.POST, { json: { label: { zh: '副本', en: 'Copy' } }, params });
  expect(definitionAnswerSchema.parse(await copy.json()).definition.state).toBe('draft');
  expect(definitionUsageSchema.parse(await (await send(usage.GET, { params })).json()).usage).toEqual([]);
  const often = { method: 'PUT', json: { schedule: { every: 'hour' } }, params };
  const scheduled = definitionAnswerSchema.parse(await (await send(schedule.PUT, often)).json());
  expect(scheduled.definition.nextRunAt).not.toBeNull();

  const binned = definitionAnswerSchema.parse(
    await (await send(archive.POST, { method: 'POST', params })).json(),
  );
  expect(binned.definition).toMatchObject({ schedule: null, nextRunAt: null });
  const early = await send(one.DELETE, { method: 'DELETE', params });
  expect([early.status, (await early.json()).error.code]).toEqual([409, 'already-running']);
  await database.db.collection('runs').updateMany({}, { $set: { state: 'done' } });
  const deleted = await send(one.DELETE, { method: 'DELETE', params });
  expect(deletedSchema.parse(await deleted.json())).toEqual({ job: null });
  expect((await send(one.GET, { params })).status).toBe(404);
});

test('templates and the catalogue for the browser are as agreed', async () => {
  const found = templateListSchema.parse(await (await send(templates.GET, { query: '?kind=tag' })).json());
  expect(found.templates.length).toBeGreaterThan(0);
  expect(found.templates.flatMap(({ missing }) => missing)).toEqual([]);
  const known = engineCatalogueSchema.parse(await (await send(catalogue.GET, {})).json());
  expect(known.segments).toHaveProperty('high_value');
  expect(known).toMatchObject({ timeZone: 'Asia/Shanghai', currency: 'CNY' });
});

test.each([
  ['no graph at all', { graph: 7 }],
  ['a graph of another format', { graph: { ...graph(1), schemaVersion: 99 } }],
  ['a port that is not there', { graph: graph(1), port: 'nobody.out' }],
  ['a day that the calendar does not have', { graph: graph(1), asOf: '2026-02-30', port: 'c.in' }],
])('%s is refused with a reason', async (_, json) => {
  const answer = await send(portMembers.POST, { json });
  expect([400, 404]).toContain(answer.status);
  expect((await answer.json()).error.message.zh).not.toBe('');
});

test('hostile conditions are refused or have diagnostics, and the rest has its numbers', async () => {
  const nested = (levels: number) => `${'{"mode":"all","rows":['.repeat(levels)}1${']}'.repeat(levels)}`;
  const inherited = JSON.stringify({
    mode: 'all',
    rows: [{ subject: { kind: 'field', path: 'constructor' }, operator: 'isEmpty' }],
  });
  const drawing = (params: string) =>
    JSON.stringify({ graph: graph(1), asOf }).replace(/\{"mode":.*?\}\]\}/, params);
  const refused = await send(counts.POST, { json: drawing(nested(5_000)) });
  expect([refused.status, (await refused.json()).error.params.where]).toEqual([400, 'graph']);
  for (const params of [nested(30), inherited]) {
    const json = drawing(params);
    const answer = await send(counts.POST, { json });
    const { ports, diagnostics } = countsAnswerSchema.parse(await answer.json());
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(ports['all.out']).toEqual({ n: 80, error: null });
    expect(ports['c.matched']).toBeUndefined();
  }
});
