import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Role } from '@/lib/contracts/people';
import { demoAsOf, demoWorkspace } from '@/lib/counting/testing/demo-workspace';
import { collection } from '@/lib/db/collections';
import { listAudit } from '@/lib/ground/audit/list-audit';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { draw } from '@/rules-engine/index';
import { explainMember } from './explain-member';

const asOf = new Date(demoAsOf).toISOString();
let database: TestDatabase;
let member = '';
const db = () => database.db;
beforeAll(async () => {
  database = await testDatabase();
  await demoWorkspace(db(), 60);
  const found = await collection(db(), 'members').findOne({
    'attrs.birthday': { $exists: true },
    tags: 'tier:gold',
  });
  member = found?._id ?? '';
});
afterAll(() => database.drop());

const who = (role: Role): Actor => ({ id: role, name: role, role, via: 'session', address: null });
const code = (expected: string) => expect.objectContaining({ code: expected });

/** Members with the tag, who were born before 2000, and bought in the last year for at least ¥1,000,000. */
const graph = draw(
  'segment',
  {
    tagged: { type: 'tag', params: { key: 'tier', values: [] }, at: [0, 0] },
    born: {
      type: 'condition',
      params: {
        mode: 'all',
        rows: [
          { subject: { kind: 'field', path: 'attrs.birthday' }, operator: 'before', value: '2030-01-01' },
          {
            subject: {
              kind: 'event',
              eventType: 'order',
              fn: 'sum',
              property: 'props.amount',
              window: { kind: 'last', n: 1, unit: 'years' },
            },
            operator: 'atLeast',
            value: 100_000_000,
          },
        ],
      },
      at: [1, 0],
    },
    out: { type: 'segmentOutput', at: [2, 0] },
  },
  ['tagged.out → born.in', 'born.matched → out.in'],
);

test('a member is followed node by node, with what it has, what is asked and how far off it is', async () => {
  const answer = await explainMember(db(), who('approver'), { graph, asOf, member });
  expect(answer.output).toBeNull();
  expect(answer.nodes.map(({ node, reached, ports }) => [node, reached, ports])).toEqual([
    ['tagged', true, { out: true }],
    ['born', true, { matched: false, notMatched: true }],
    ['out', false, {}],
  ]);
  const [birthday, spent] = answer.nodes[1]?.rows ?? [];
  expect(birthday).toMatchObject({
    holds: true,
    type: 'day',
    actual: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    threshold: '2030-01-01',
    masked: false,
    short: null,
  });
  const events = await collection(db(), 'events').find({ memberId: member, type: 'order' }).toArray();
  const yearAgo = Date.parse('2025-11-22T00:00:00+08:00');
  const sum = events
    .filter(({ at }) => at.getTime() >= yearAgo && at.getTime() <= demoAsOf)
    .reduce((total, { props }) => total + Number(props.amount), 0);
  expect(spent).toMatchObject({
    holds: false,
    actual: sum,
    threshold: 100_000_000,
    short: 100_000_000 - sum,
    unit: 'CNY',
  });
});

test('personal values are hidden from who may not see them, and seeing them is audited once for a while', async () => {
  const hidden = await explainMember(db(), who('editor'), { graph, asOf, member });
  expect(hidden.nodes[1]?.rows[0]).toMatchObject({ actual: null, masked: true, holds: true });
  expect(hidden.member.identities.every(({ masked }) => masked)).toBe(true);
  const seen = async () =>
    (await listAudit(db(), { action: 'member.explain', actor: 'admin', limit: 10 })).entries.length;
  expect(await seen()).toBe(0);
  const open = await explainMember(db(), who('admin'), { graph, asOf, member });
  expect(open.nodes[1]?.rows[0]?.actual).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await explainMember(db(), who('admin'), { graph, asOf, member });
  expect(await seen()).toBe(1);
});

test('a member is found by any whole identity, and nobody by another text', async () => {
  const { identities } = (await collection(db(), 'members').findOne({ _id: member })) ?? { identities: [] };
  for (const { value } of identities) {
    const answer = await explainMember(db(), who('viewer'), { graph, asOf, member: value });
    expect(answer.member.id).toBe(member);
  }
  const nobody = explainMember(db(), who('viewer'), { graph, asOf, member: 'nobody' });
  await expect(nobody).rejects.toEqual(code('not-found'));
});

test('an incomplete drawing is explained as far as it goes', async () => {
  const open = { ...graph, edges: graph.edges.slice(0, 1) };
  const answer = await explainMember(db(), who('viewer'), { graph: open, asOf, member });
  expect(answer.nodes.map(({ node }) => node)).toEqual(['tagged', 'born']);
  expect(answer.diagnostics.map((found) => found.code)).toContain('not-connected');
});

test('a day that the calendar does not have is refused, not taken for today', async () => {
  const asked = explainMember(db(), who('viewer'), { graph, asOf: '2026-02-30', member });
  await expect(asked).rejects.toEqual(code('invalid-input'));
});
