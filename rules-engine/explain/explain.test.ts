import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/reference';
import type { Graph } from '../graph/graph';
import { hostileMember } from '../testing/arbitrary-member';
import { compiledInShop, draw, shanghai, shop } from '../testing/shop';
import { explainMember } from './explain';

const ever = { kind: 'allTime' };
const orders = (fn: string, more: Record<string, unknown> = {}) => ({
  kind: 'event',
  eventType: 'order',
  fn,
  window: ever,
  ...more,
});
const field = (path: string) => ({ kind: 'field', path });
const row = (subject: unknown, operator: string, value?: unknown) => ({ subject, operator, value });
const when = (...rows: unknown[]): ['condition', Record<string, unknown>] => [
  'condition',
  { mode: 'all', rows },
];

const graph = draw(
  'tag',
  {
    all: ['allMembers'],
    often: when(
      row(orders('distinctDays'), 'atLeast', 4),
      row(orders('sum', { property: 'props.amount' }), 'atLeast', 20_000),
    ),
    lately: when(row(orders('last'), 'withinLast', { n: 180, unit: 'days' })),
    loyal: ['tagValue', { value: 'loyal', label: { zh: '忠诚', en: 'Loyal' } }],
    other: ['tagValue', { value: 'other' }],
  },
  [
    'all.out → often.in',
    'often.matched → lately.in',
    'lately.matched → loyal.in',
    'lately.notMatched → other.in',
    'often.notMatched → other.in',
  ],
);

const order = (at: string, amount: number) => ({ type: 'order', at: new Date(at), props: { amount } });

function explain(
  drawn: Graph,
  data: { member?: Record<string, unknown>; events?: ReturnType<typeof order>[] },
  mask = false,
) {
  const catalogue = { ...shop, segments: { [shanghai.key]: shanghai } };
  const compiled = compiledInShop(drawn, { catalogue });
  expect(compiled.diagnostics).toEqual([]);
  return explainMember(drawn, compiled, { member: {}, events: [], ...data }, { mask });
}

describe('a member', () => {
  const events = [
    order('2026-06-01T04:00:00Z', 8_000),
    order('2026-06-01T05:00:00Z', 4_000),
    order('2026-01-05T04:00:00Z', 9_000),
  ];

  test('is followed through the drawing', () => {
    const { output, nodes, edges } = explain(graph, { events });
    expect(output).toEqual({ node: 'other', value: 'other', label: { zh: 'other', en: 'other' } });
    expect(nodes.map(({ node, reached }) => [node, reached])).toEqual([
      ['all', true],
      ['often', true],
      ['lately', false],
      ['loyal', false],
      ['other', true],
    ]);
    expect(nodes.find(({ node }) => node === 'often')?.ports).toEqual({ matched: false, notMatched: true });
    expect(edges).toEqual(['e1', 'e5']);
  });

  test('sees what it has, what is asked, and how much is missing', () => {
    const { nodes } = explain(graph, { events });
    const [days, spent] = nodes.find(({ node }) => node === 'often')?.rows ?? [];
    expect(days).toMatchObject({
      param: 'rows.0',
      holds: false,
      actual: 2,
      threshold: 4,
      short: 2,
      type: 'number',
      phrase: { zh: '下单天数至少 4' },
      relation: { zh: '至少 4', en: 'is at least 4' },
    });
    expect(spent).toMatchObject({
      holds: true,
      actual: 21_000,
      threshold: 20_000,
      short: null,
      type: 'money',
      unit: 'CNY',
    });
    const [last] = nodes.find(({ node }) => node === 'lately')?.rows ?? [];
    expect(last).toMatchObject({
      holds: true,
      actual: '2026-06-01T05:00:00.000Z',
      type: 'date',
      short: null,
    });
  });

  test('of long ago sees by how many days it is late', () => {
    const { nodes } = explain(graph, { events: [order('2025-12-31T04:00:00Z', 1)] });
    const [last] = nodes.find(({ node }) => node === 'lately')?.rows ?? [];
    expect(last).toMatchObject({ holds: false, threshold: '2025-12-31T16:00:00.000Z', short: 0.5 });
  });
});

const about = (...rows: unknown[]) =>
  draw('segment', { all: ['allMembers'], c: when(...rows), out: ['segmentOutput'] }, [
    'all.out → c.in',
    'c.matched → out.in',
  ]);
const rowsOf = (drawn: Graph, member: Record<string, unknown>, mask = false) =>
  explain(drawn, { member }, mask).nodes.find(({ node }) => node === 'c')?.rows ?? [];

describe('what a row shows', () => {
  test('is the nearer of two bounds', () => {
    const between = about(row(field('attrs.age'), 'between', { from: 20, to: 30 }));
    expect(rowsOf(between, { attrs: { age: 33 } })[0]).toMatchObject({ threshold: 30, short: 3, actual: 33 });
    expect(rowsOf(between, { attrs: { age: 12 } })[0]).toMatchObject({ threshold: 20, short: 8 });
    expect(rowsOf(between, {})[0]).toMatchObject({ actual: null, short: null });
  });

  test('is hidden where it is personal', () => {
    const born = new Date('1990-06-15T00:00:00Z');
    const birthday = about(row(field('attrs.birthday'), 'before', '1980-01-01'));
    expect(rowsOf(birthday, { attrs: { birthday: born } }, true)[0]).toMatchObject({
      holds: false,
      actual: null,
      masked: true,
      short: null,
    });
    expect(rowsOf(birthday, { attrs: { birthday: born } })[0]).toMatchObject({
      actual: '1990-06-15',
      threshold: '1980-01-01',
      short: 3_819,
      masked: false,
    });
  });

  test('has no distance between days of the year', () => {
    const soon = about(row(field('attrs.birthday'), 'birthdayWithin', 7));
    expect(rowsOf(soon, { attrs: { birthday: new Date('1990-12-15T00:00:00Z') } })[0]).toMatchObject({
      holds: false,
      threshold: null,
      short: null,
    });
  });

  test('of a tag are its own values, of a list and a segment nothing', () => {
    const asked = about(
      row({ kind: 'tag', key: 'frequency' }, 'hasTagValue', ['high']),
      row({ kind: 'tag', key: 'frequency' }, 'hasNoTag'),
      row({ kind: 'list', id: 'june_event' }, 'onList'),
      row({ kind: 'segment', key: shanghai.key }, 'inSegment'),
    );
    const found = rowsOf(asked, { tags: ['city:sh', 'frequency:low'], lists: ['x'], attrs: { city: 'sh' } });
    expect(found.map(({ holds, actual }) => [holds, actual])).toEqual([
      [false, ['low']],
      [false, ['low']],
      [false, null],
      [true, null],
    ]);
  });

  test('of a score is the points', () => {
    const scored = draw(
      'segment',
      {
        all: ['allMembers'],
        c: [
          'score',
          {
            terms: [
              { points: 30, mode: 'all', rows: [row(field('attrs.age'), 'atLeast', 18)] },
              { weight: 2, subject: field('attrs.points') },
            ],
            bands: [
              { id: 'high', name: 'High', from: 80 },
              { id: 'low', name: 'Low', from: 20 },
            ],
          },
        ],
        out: ['segmentOutput'],
      },
      ['all.out → c.in', 'c.high → out.in'],
    );
    expect(
      rowsOf(scored, { attrs: { age: 30, points: 10 } }).map(({ param, holds, actual, short }) => [
        param,
        holds,
        actual,
        short,
      ]),
    ).toEqual([
      ['terms.0.rows.0', true, 30, null],
      ['bands.0', false, 50, 30],
      ['bands.1', true, 50, null],
    ]);
  });
});

test('the explanation agrees with the rule on every member', () => {
  const compiled = compiledInShop(graph);
  fc.assert(
    fc.property(hostileMember(), (data) => {
      const { output, nodes } = explainMember(graph, compiled, data, { mask: false });
      const given = compiled.outputs.find(({ predicate }) => evaluate(predicate, data));
      expect(output?.node).toBe(given?.node);
      for (const { node, ports } of nodes)
        for (const [port, there] of Object.entries(ports)) {
          const set = compiled.ports.get(`${node}.${port}`);
          expect(there).toBe(set !== undefined && evaluate(set, data));
        }
    }),
    { numRuns: 300 },
  );
});
