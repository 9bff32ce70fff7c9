import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { publishMembersSchema, publishPreviewSchema } from '@/lib/contracts/definitions';
import { memberDetailSchema, memberPageSchema } from '@/lib/contracts/members';
import { comparisonSchema, movementSchema, movingMembersSchema } from '@/lib/contracts/movement';
import { type Role, roles, systemActor } from '@/lib/contracts/people';
import { demoAsOf, demoWorkspace } from '@/lib/counting/testing/demo-workspace';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { runToEnd } from '@/lib/services/runs/testing/run-to-end';
import { publish } from '@/lib/services/versions/publish';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { draw } from '@/rules-engine/index';
import * as oneMember from '../members/[id]/route';
import * as memberList from '../members/route';
import { addUser, context, cookieOf, request, SECRET } from '../testing/signed-in';
import * as compareMembers from './[id]/compare/members/route';
import * as compare from './[id]/compare/route';
import * as movedMembers from './[id]/movement/members/route';
import * as movement from './[id]/movement/route';
import * as publishMembers from './[id]/publish/members/route';
import * as preview from './[id]/publish/preview/route';

let database: TestDatabase;
const cookies = new Map<Role, string>();
const size = 120;
const asOf = '2026-11-22';
const anna = systemActor('anna');
/** A layering that ran twice, its draft unlike what is published; and one that never ran. */
let id = '';
let idle = '';
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  const { db } = database;
  await demoWorkspace(db, size);
  for (const role of roles) cookies.set(role, await cookieOf(await addUser(db, role, { role })));
  id = await layering('buyers');
  idle = await layering('idle');
  await published(id, buyers(4, 2));
  await runToEnd(db, id, demoAsOf);
  await published(id, buyers(6, 3));
  await runToEnd(db, id, demoAsOf);
  const { revision } = await findDefinition(db, id);
  await saveDraft(db, anna, id, { revision, graph: buyers(2, 1) });
});
afterAll(() => database.drop());

async function layering(key: string): Promise<string> {
  const label = { zh: key, en: key };
  return (await createDefinition(database.db, anna, { kind: 'layering', key, label })).id;
}

async function published(definition: string, graph: ReturnType<typeof buyers>): Promise<void> {
  const { revision } = await findDefinition(database.db, definition);
  await saveDraft(database.db, anna, definition, { revision, graph });
  await publish(database.db, anna, definition, { revision: revision + 1 }, demoAsOf);
}

function buyers(gold: number, silver: number) {
  const subject = { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } };
  const when = (value: number) => ({
    type: 'condition',
    params: { mode: 'all', rows: [{ subject, operator: 'atLeast', value }] },
  });
  return draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      often: { ...when(gold), at: [1, 0] },
      some: { ...when(silver), at: [1, 1] },
      gold: { type: 'layer', params: { layer: 'gold', color: 0, strategy: '专属客服' }, at: [2, 0] },
      silver: { type: 'layer', params: { layer: 'silver', color: 1 }, at: [2, 1] },
      none: { type: 'fallbackLayer', params: { layer: 'none', color: 9 }, at: [2, 2] },
    },
    ['all.out → often.in', 'all.out → some.in', 'often.matched → gold.in', 'some.matched → silver.in'],
  );
}

type Route = typeof movement.GET | typeof compare.POST | typeof memberList.GET;
interface Sent {
  as?: Role;
  json?: unknown;
  of?: string;
  query?: string;
}

function send(route: Route, { as = 'viewer', json, of = id, query = '' }: Sent = {}): Promise<Response> {
  const headers = { cookie: cookies.get(as) ?? '' };
  return route(request(`/?${query}`, { headers, json }), context({ id: of }));
}

const routes: [name: string, route: Route, sent: Sent][] = [
  ['movement', movement.GET, {}],
  ['its members', movedMembers.GET, { query: 'toValue=gold' }],
  ['compare', compare.POST, { json: { before: null, after: buyers(2, 1), asOf } }],
  [
    'its members, compared',
    compareMembers.POST,
    { json: { before: null, after: buyers(2, 1), asOf, from: 'gold', to: 'gold' } },
  ],
];

describe.each(routes)('%s', (_, route, sent) => {
  it('is shut to who is not signed in, and open to everybody else', async () => {
    const { json, query = '' } = sent;
    expect((await route(request(`/?${query}`, { json }), context({ id }))).status).toBe(401);
    for (const role of roles) expect((await send(route, { ...sent, as: role })).status, role).toBe(200);
  });

  it('says when there is no such definition', async () => {
    expect((await send(route, { ...sent, of: 'nobody' })).status).toBe(404);
  });
});

test('a layering that never ran has nothing to compare', async () => {
  const answer = await send(movement.GET, { of: idle });
  expect([answer.status, (await answer.json()).error.code]).toEqual([404, 'not-found']);
  expect((await send(movement.GET, { query: 'to=nothing' })).status).toBe(404);
  expect((await send(movement.GET, { query: 'from=nothing' })).status).toBe(404);
});

test.each([
  ['a value that is too long', movedMembers.GET, { query: `toValue=${'x'.repeat(61)}` }],
  ['a page of nothing', movedMembers.GET, { query: 'toValue=gold&limit=0' }],
  ['no drawing', compare.POST, { json: { before: null, after: 7 } }],
  [
    'a day that the calendar does not have',
    compare.POST,
    { json: { before: null, after: buyers(2, 1), asOf: '2026-02-30' } },
  ],
  ['layers of no layering', memberList.GET, { query: 'layer=gold' }],
  ['a layering that is a path', memberList.GET, { query: 'layer=a.b:gold' }],
] as [string, Route, Sent][])('%s is refused', async (_, route, sent) => {
  const answer = await send(route, sent);
  expect(answer.status).toBe(400);
  expect((await answer.json()).error.message.zh).not.toBe('');
});

test('every cell, row and column of the movement has as many members as it says', async () => {
  const { from, to, values, flows } = movementSchema.parse(await (await send(movement.GET)).json());
  expect([from?.version, to.version, to.size]).toEqual([1, 2, size]);
  expect(values.map(({ value, color, strategy }) => [value, color, strategy])).toEqual([
    ['gold', 0, '专属客服'],
    ['silver', 1, ''],
    ['none', 9, ''],
  ]);
  expect(flows.some((flow) => flow.from !== flow.to)).toBe(true);
  const members = async (query: string) =>
    movingMembersSchema.parse(await (await send(movedMembers.GET, { query: `limit=500&${query}` })).json());
  for (const { from: was, to: is, n } of flows) {
    const page = await members(`fromValue=${was ?? ''}&toValue=${is ?? ''}`);
    expect([page.total, page.members.length]).toEqual([n, n]);
  }
  for (const { value } of values) {
    const n = (end: 'from' | 'to') =>
      flows.filter((flow) => flow[end] === value).reduce((all, flow) => all + flow.n, 0);
    expect((await members(`fromValue=${value}`)).total).toBe(n('from'));
    expect((await members(`toValue=${value}`)).total).toBe(n('to'));
    const listed = await send(memberList.GET, { query: `layer=buyers:${value}&limit=500` });
    const page = memberPageSchema.parse(await listed.json());
    expect([page.total, page.members.length]).toEqual([n('to'), n('to')]);
  }
  const two = await send(memberList.GET, { query: 'layer=buyers:gold:silver:none' });
  expect(memberPageSchema.parse(await two.json()).total).toBe(size);
});

test('a cell of the publication has the members that it counts', async () => {
  const { revision } = await findDefinition(database.db, id);
  const shown = await send(preview.POST, { json: { revision, asOf } });
  const { movement: foreseen } = publishPreviewSchema.parse(await shown.json());
  if (!foreseen) throw new Error('Nothing was foreseen.');
  const compared = await send(compare.POST, { json: { before: null, after: buyers(2, 1), asOf } });
  expect(comparisonSchema.parse(await compared.json())).toMatchObject(foreseen);
  for (const { from, to, n } of foreseen.flows) {
    const json = { revision, asOf, change: 'moved', from, to };
    const page = publishMembersSchema.parse(await (await send(publishMembers.POST, { json })).json());
    expect([page.total, page.members.length]).toEqual([n, n]);
  }
  const json = { revision, asOf, change: 'moved', to: 'gold' };
  const gold = publishMembersSchema.parse(await (await send(publishMembers.POST, { json })).json());
  const wanted = foreseen.flows.filter(({ to }) => to === 'gold');
  expect(gold.total).toBe(wanted.reduce((all, { n }) => all + n, 0));
});

test("a member's page has the layer with its colour, since when and by which version", async () => {
  const { members } = memberPageSchema.parse(
    await (await send(memberList.GET, { query: 'layer=buyers:gold&limit=1' })).json(),
  );
  const answer = await oneMember.GET(
    request('/', { headers: { cookie: cookies.get('viewer') ?? '' } }),
    context({ id: members[0]?.id ?? '' }),
  );
  const { layers } = memberDetailSchema.parse(await answer.json());
  const own = layers.find(({ key }) => key === 'buyers');
  expect(own).toMatchObject({ layer: 'gold', definition: id, color: 0, layering: { zh: 'buyers' } });
  expect(own?.version === 1 || own?.version === 2).toBe(true);
});
