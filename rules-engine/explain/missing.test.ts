import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/reference';
import type { Graph } from '../graph/graph';
import { hostileMember } from '../testing/arbitrary-member';
import { compiledInShop, draw } from '../testing/shop';
import { missingFor } from './missing';

const at = (path: string) => ({ kind: 'field', path });
const row = (path: string, operator: string, value?: unknown) => ({ subject: at(path), operator, value });
const when = (mode: 'all' | 'any', ...rows: unknown[]): [string, Record<string, unknown>] => [
  'condition',
  { mode, rows },
];

function missing(graph: Graph, attrs: Record<string, unknown>, output = 'out') {
  const compiled = compiledInShop(graph);
  expect(compiled.diagnostics).toEqual([]);
  const members = compiled.ports.get(`${output}.in`);
  if (!members) throw new Error('There is no such port.');
  const found = missingFor(members, compiled, { member: { attrs }, events: [] });
  return found?.map(({ row: of, wanted }) => [of?.node, of?.param, wanted]);
}

const behind = (...conditions: [string, Record<string, unknown>][]) =>
  draw(
    'segment',
    {
      all: ['allMembers'],
      ...Object.fromEntries(conditions.map((condition, i) => [`c${i}`, condition])),
      out: ['segmentOutput'],
    },
    [
      'all.out → c0.in',
      ...conditions.slice(1).map((_, i) => `c${i}.matched → c${i + 1}.in`),
      `c${conditions.length - 1}.matched → out.in`,
    ],
  );

describe('what is missing', () => {
  test('is every condition on the way that doesn’t hold', () => {
    const graph = behind(
      when('all', row('attrs.age', 'atLeast', 18), row('attrs.points', 'atLeast', 100)),
      when('all', row('attrs.city', 'equals', 'sh')),
    );
    expect(missing(graph, { age: 30, points: 40, city: 'hz' })).toEqual([
      ['c0', 'rows.1', true],
      ['c1', 'rows.0', true],
    ]);
    expect(missing(graph, { age: 30, points: 100, city: 'sh' })).toEqual([]);
  });

  test('is the shortest way, and of ways as short the nearest', () => {
    const ways = behind(
      when(
        'any',
        { mode: 'all', rows: [row('attrs.age', 'atLeast', 60), row('attrs.inGroup', 'isTrue')] },
        row('attrs.points', 'atLeast', 1_000),
        row('attrs.city', 'equals', 'sh'),
      ),
    );
    expect(missing(ways, { age: 59, points: 10, city: 'hz' })).toEqual([['c0', 'rows.1', true]]);
    const near = behind(when('any', row('attrs.age', 'atLeast', 60), row('attrs.points', 'atLeast', 100)));
    expect(missing(near, { age: 30, points: 90 })).toEqual([['c0', 'rows.1', true]]);
    expect(missing(near, { age: 59, points: 10 })).toEqual([['c0', 'rows.0', true]]);
  });

  test('is told of a row of two bounds as of one', () => {
    const between = behind(when('all', row('attrs.age', 'between', { from: 20, to: 30 })));
    expect(missing(between, { age: 12 })).toEqual([['c0', 'rows.0', true]]);
  });

  test('may be that something has to stop holding', () => {
    const graph = draw(
      'segment',
      { all: ['allMembers'], c: when('all', row('attrs.age', 'atLeast', 18)), out: ['segmentOutput'] },
      ['all.out → c.in', 'c.notMatched → out.in'],
    );
    expect(missing(graph, { age: 30 })).toEqual([['c', 'rows.0', false]]);
  });

  test('of RFM is R, F and M each', () => {
    const cut = (value: number) => ({ by: 'number', value, ties: 'better' });
    const sum = {
      kind: 'event',
      eventType: 'order',
      fn: 'sum',
      property: 'props.amount',
      window: { kind: 'allTime' },
    };
    const graph = draw(
      'segment',
      {
        all: ['allMembers'],
        rfm: ['rfm', { subject: sum, recency: cut(30), frequency: cut(2), monetary: cut(10_000) }],
        out: ['segmentOutput'],
      },
      ['all.out → rfm.in', 'rfm.champions → out.in'],
    );
    const compiled = compiledInShop(graph);
    const champions = compiled.ports.get('rfm.champions');
    const events = [{ type: 'order', at: new Date('2026-06-20T04:00:00Z'), props: { amount: 4_000 } }];
    const found = champions && missingFor(champions, compiled, { member: {}, events });
    expect(found?.map(({ row: of }) => of?.param)).toEqual(['frequency', 'monetary']);
  });
});

test('nothing is missing exactly for those who are there', () => {
  const graph = behind(
    when('any', row('attrs.age', 'between', { from: 18, to: 60 }), row('attrs.points', 'atLeast', 100)),
    when('all', row('attrs.city', 'oneOf', ['sh', 'hz']), row('attrs.likes', 'isNotEmpty')),
  );
  const compiled = compiledInShop(graph);
  fc.assert(
    fc.property(hostileMember(), (data) => {
      for (const members of compiled.ports.values())
        expect(missingFor(members, compiled, data)?.length === 0).toBe(evaluate(members, data));
    }),
    { numRuns: 300 },
  );
});
