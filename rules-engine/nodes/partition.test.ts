import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledGraph } from '../compile/compile-graph';
import type { TopBound } from '../compile/environment';
import type { MemberData } from '../evaluate/document';
import { evaluate, evaluateExpression } from '../evaluate/reference';
import { hostileMember } from '../testing/arbitrary-member';
import { numbers } from '../testing/pools';
import { compiledInShop, draw } from '../testing/shop';
import { findNodeType } from './registry';

type Params = Record<string, unknown>;

const subject = fc.constantFrom('attrs.age', 'attrs.points').map((path) => ({ kind: 'field', path }));
const number = fc.constantFrom(...numbers);
const members = fc.record({ data: hostileMember(), bucket: fc.nat(9_999), ord: fc.nat(5) }).map(withPlace);

function withPlace({ data, bucket, ord }: { data: MemberData; bucket: number; ord: number }): MemberData {
  return { ...data, member: { ...data.member, bucket, ord } };
}

const row = fc.record({ subject, operator: fc.constantFrom('atLeast', 'less'), value: number });
const term = fc.oneof(
  fc.record({
    points: number,
    mode: fc.constantFrom('all', 'any'),
    rows: fc.array(row, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ weight: fc.constantFrom(1e308, -1e6, 0.5, 2), subject }).map((found) => ({
    ...found,
    weight: Math.min(found.weight, 1e6),
  })),
);

const graded = fc
  .record({ subject, cuts: fc.array(number, { minLength: 1, maxLength: 9 }) })
  .chain(({ cuts, ...found }) =>
    fc.record({
      weight: fc.integer({ min: -100, max: 100 }),
      subject: fc.constant(found.subject),
      better: fc.constantFrom('higher', 'lower'),
      by: fc.constant('bands'),
      groups: fc.constant(cuts.length + 1),
      cuts: fc.constant(cuts.sort((a, b) => a - b)),
    }),
  );
const cut = fc.record({
  by: fc.constant('number'),
  value: number,
  ties: fc.constantFrom('better', 'worse'),
});

/** Random parameters of every node type that parts its members. */
const parting: Record<string, fc.Arbitrary<Params>> = {
  condition: fc.record({
    mode: fc.constantFrom('all', 'any'),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  }),
  score: fc.record({
    terms: fc.array(fc.oneof(term, graded), { minLength: 1, maxLength: 4 }),
    bands: fc
      .uniqueArray(number, { minLength: 1, maxLength: 5 })
      .map((bounds) => bounds.sort((a, b) => b - a).map((from, i) => ({ id: `b${i}`, name: `${i}`, from }))),
  }),
  rfm: fc.record(
    {
      subject: fc
        .constantFrom(
          { kind: 'allTime' },
          { kind: 'last', n: 30, unit: 'days' },
          { kind: 'between', from: '2026-01-01', to: '2026-05-31' },
        )
        .map((window) => ({
          kind: 'event',
          eventType: 'order',
          fn: 'sum',
          property: 'props.amount',
          window,
        })),
      recency: cut,
      frequency: cut,
      monetary: cut,
      outside: fc.constantFrom('apart', 'together'),
    },
    { requiredKeys: ['subject', 'recency', 'frequency', 'monetary'] },
  ),
  quantiles: fc
    .record({ subject, cuts: fc.array(number, { minLength: 1, maxLength: 9 }) })
    .map(({ subject: by, cuts }) => ({
      subject: by,
      groups: cuts.length + 1,
      cuts: cuts.sort((a, b) => a - b),
    })),
  sample: fc
    .record({ percent: fc.integer({ min: 1, max: 10_000 }), offset: fc.integer({ min: 0, max: 9_999 }) })
    .map(({ percent, offset }) => ({
      percent: Math.min(percent, 10_000 - offset) / 100,
      offset: offset / 100,
    })),
  topN: fc.record({
    n: fc.integer({ min: 1, max: 9 }),
    subject,
    direction: fc.constantFrom('highest', 'lowest'),
  }),
};

function compile(type: string, params: Params, bound: TopBound | null = { value: 1, ord: 2 }): CompiledGraph {
  const graph = draw(
    'segment',
    { all: ['allMembers'], first: ['sample', { percent: 60 }], it: [type, params], out: ['segmentOutput'] },
    ['all.out → first.in', 'first.sampled → it.in'],
  );
  return compiledInShop(graph, { bounds: new Map([['/it', bound]]) });
}

function has(compiled: CompiledGraph, port: `${string}.${string}`, data: MemberData): boolean {
  const set = compiled.ports.get(port);
  if (!set) throw new Error(`${port} isn't compiled: ${JSON.stringify(compiled.diagnostics)}`);
  return evaluate(set, data);
}

describe.each(Object.entries(parting))('%s', (type, params) => {
  test('lets everyone who comes in out by exactly one port, and nobody else', () => {
    fc.assert(
      fc.property(params, fc.array(members, { minLength: 1, maxLength: 4 }), (drawn, population) => {
        const compiled = compile(type, drawn);
        const outputs = findNodeType(type)?.outputs(drawn) ?? [];
        for (const data of population) {
          const at = outputs.filter(({ id }) => has(compiled, `it.${id}`, data));
          expect(at.length).toBe(has(compiled, 'it.in', data) ? 1 : 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('two samples that follow one another have nobody in common', () => {
  const first = compile('sample', { percent: 12.5 });
  const second = compile('sample', { percent: 20.01, offset: 12.5 });
  const drawn = { first: 0, both: 0, second: 0 };
  for (let bucket = 0; bucket < 6_000; bucket += 1) {
    const data = { member: { bucket }, events: [] };
    const inFirst = has(first, 'it.sampled', data);
    const inSecond = has(second, 'it.sampled', data);
    drawn.first += Number(inFirst);
    drawn.second += Number(inSecond);
    drawn.both += Number(inFirst && inSecond);
  }
  expect(drawn).toEqual({ first: 1_250, both: 0, second: 2_001 });
});

test('top N keeps exactly the first N by value and number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(number), { maxLength: 12 }),
      fc.integer({ min: 1, max: 14 }),
      fc.constantFrom('highest' as const, 'lowest' as const),
      (values, n, direction) => {
        const population = values.map((age, ord) => ({
          member: { attrs: { age }, ord, bucket: 0 },
          events: [],
        }));
        const params = { n, subject: { kind: 'field', path: 'attrs.age' }, direction };
        const graph = draw('segment', { all: ['allMembers'], it: ['topN', params] }, ['all.out → it.in']);
        const [need] = compiledInShop(graph).needs;
        if (!need) throw new Error('top N asks for its bound');

        const ranked = population
          .filter((data) => evaluate(need.members, data))
          .map((data) => ({ data, value: evaluateExpression(need.value, data), ord: data.member.ord }))
          .flatMap(({ data, value, ord }) => (typeof value === 'number' ? [{ data, value, ord }] : []))
          .sort((a, b) => (direction === 'highest' ? b.value - a.value : a.value - b.value) || a.ord - b.ord);
        const last = ranked.length < n ? null : ranked[n - 1];
        const bound = last ? { value: last.value, ord: last.ord } : null;

        const resolved = compiledInShop(graph, { bounds: new Map([[need.key, bound]]) });
        const kept = population.filter((data) => has(resolved, 'it.top', data));
        expect(new Set(kept)).toEqual(new Set(ranked.slice(0, n).map(({ data }) => data)));
      },
    ),
    { numRuns: 500 },
  );
});
