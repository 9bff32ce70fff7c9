import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CompiledGraph,
  compileGraph,
  type Environment,
  evaluate,
  findNodeType,
  type Graph,
  type MemberData,
  nodeTypes,
  type TopBound,
} from '@/rules-engine/index';
import { attributeOf, ordersOf, readClause, type Says } from '@/rules-engine/testing/read-clause';
import { shanghai, shop, shopClock, shopEnvironment } from '@/rules-engine/testing/shop';
import { blankGroup, eventSubject } from '../conditions/new-rows';
import { blankGraded } from '../inspector/graded-term';
import { addNode } from './add-node';

/*
 * A node of every type as it is added, with no more filled in than has to be: who is at its ports is read back from its
 * Chinese words and counted in the plainest way. So no parameter that it starts with does anything that isn't said.
 */

const count = eventSubject('order');
const amount = { ...count, fn: 'sum', property: 'props.amount' };
const typedCut = { by: 'number', value: 3, ties: 'better' };

/** What has to be filled in, by type; the rest stays as it starts. */
const filled: Readonly<Record<string, (fresh: Readonly<Record<string, unknown>>) => object>> = {
  segment: () => ({ key: shanghai.key }),
  tag: () => ({ key: 'frequency' }),
  layering: () => ({ key: 'rfm', layers: ['new'] }),
  nearLayer: () => ({ key: 'rfm', from: 'churned', to: 'champions' }),
  list: () => ({ id: 'june_event' }),
  condition: () => ({ rows: [{ subject: count, operator: 'atLeast', value: 2 }] }),
  score: () => ({
    terms: [
      { points: 10, ...blankGroup('all'), rows: [{ subject: count, operator: 'atLeast', value: 2 }] },
      { weight: 1, subject: amount },
      { ...blankGraded, subject: count, cuts: [1, 2, 3, 4] },
    ],
    bands: [
      { id: 'a', name: 'A', from: 20 },
      { id: 'b', name: 'B', from: 8 },
    ],
  }),
  quantiles: () => ({ subject: count, cuts: [1, 2, 4] }),
  rfm: ({ recency, frequency, monetary }) => ({
    subject: amount,
    // As they are computed.
    recency: { ...Object(recency), value: 40 },
    frequency: { ...Object(frequency), value: 2.4 },
    monetary: { ...Object(monetary), value: 350.5 },
  }),
  topN: () => ({ subject: count }),
  tagValue: () => ({ value: 'vip' }),
  layer: () => ({ layer: 'vip' }),
  fallbackLayer: () => ({ layer: 'rest' }),
};

function fresh(name: string, changes: object = {}): Graph {
  const type = findNodeType(name);
  if (!type) throw new Error(`no node ${name}`);
  const empty: Graph = { kind: type.kinds[0] ?? 'segment', schemaVersion: 1, nodes: [], edges: [] };
  const [added] = addNode(empty, type, { x: 0, y: 0 }, new Map()).commands;
  const [node] = added?.do === 'add' ? added.nodes : [];
  if (!node) throw new Error('nothing was added');
  const params = { ...node.params, ...filled[name]?.(node.params), ...changes };
  const position = { x: 0, y: 0 };
  return {
    ...empty,
    nodes: [
      { id: 'all', type: 'allMembers', position, params: {} },
      { id: 'some', type: 'segment', position, params: { key: shanghai.key } },
      { ...node, id: 'it', params },
    ],
    edges: type.inputs(params).map(({ id }, i) => ({
      id: `e${i}`,
      source: i === 0 ? 'all' : 'some',
      sourcePort: 'out',
      target: 'it',
      targetPort: id,
    })),
  };
}

function environment(bounds: readonly [string, TopBound][] = []): Environment {
  const catalogue = { ...shop, segments: { [shanghai.key]: shanghai } };
  return shopEnvironment({ catalogue, bounds: new Map(bounds) });
}

const dayMs = 86_400_000;
const order = fc.record({ ago: fc.integer({ min: 0, max: 150 }), amount: fc.integer({ min: 1, max: 600 }) });
const someone = fc
  .record({
    city: fc.constantFrom('sh', 'hz', undefined),
    age: fc.option(fc.integer({ min: 18, max: 80 }), { nil: undefined }),
    points: fc.integer({ min: 0, max: 2_000 }),
    tags: fc.subarray(['frequency:high', 'frequency:low', 'other:x']),
    layer: fc.constantFrom('champions', 'new', undefined),
    lists: fc.subarray(['june_event', 'other']),
    bucket: fc.nat(9_999),
    ord: fc.nat(500),
    orders: fc.array(order, { maxLength: 5 }),
  })
  .map(({ city, age, points, tags, layer, lists, bucket, ord, orders }): MemberData => {
    const attrs = { ...(city && { city }), ...(age !== undefined && { age }), points };
    const layers = layer ? { rfm: { layer } } : {};
    return {
      member: { attrs, tags, layers, lists, bucket, ord },
      events: orders.map(({ ago, amount: paid }) => ({
        type: 'order',
        at: new Date(shopClock.asOf - ago * dayMs),
        props: { amount: paid },
      })),
    };
  });
/** What is at a port, held to what is said of it. */
function holdTo(compiled: CompiledGraph, tests: Readonly<Record<string, Says>>, runs = 200): void {
  expect(compiled.diagnostics.filter(({ node, severity }) => node === 'it' && severity === 'error')).toEqual(
    [],
  );
  const info = compiled.nodes.find(({ id }) => id === 'it');
  expect(Object.keys(tests).sort()).toEqual([...(info?.outputs ?? [])].sort());
  fc.assert(
    fc.property(someone, (member) => {
      for (const [port, test] of Object.entries(tests)) {
        const predicate = compiled.ports.get(`it.${port}`);
        if (!predicate) throw new Error(`nothing at ${port}`);
        expect(evaluate(predicate, member), port).toBe(test(member));
      }
    }),
    { numRuns: runs },
  );
}

function words(compiled: CompiledGraph) {
  const info = compiled.nodes.find(({ id }) => id === 'it');
  const phrases = Object.entries(info?.phrases ?? {}).map(([port, { text }]) => [port, text.zh] as const);
  return { summary: info?.summary?.zh, aside: info?.aside?.zh ?? '', phrases: Object.fromEntries(phrases) };
}

/** Who is at each port by its words; a number of orders is never empty. */
function saidOf(compiled: CompiledGraph): Record<string, Says> {
  const { phrases, aside } = words(compiled);
  const read = (text: string) => readClause(text, { asOf: shopClock.asOf, isDay: false }, aside);
  return Object.fromEntries(Object.entries(phrases).map(([port, text]) => [port, read(text)]));
}

const isInShanghai: Says = (member) => attributeOf(member, 'attrs', 'city') === 'sh';
const number = (member: MemberData, name: string) => Number(attributeOf(member, 'attrs', name) ?? Number.NaN);

/** By type, what its words say; it fails on words that it doesn't know. */
const tests: Readonly<Record<string, () => void>> = {
  allMembers: () => holdTo(compileGraph(fresh('allMembers'), environment()), { out: () => true }),
  ...Object.fromEntries(
    ['condition', 'quantiles', 'rfm', 'score'].map((name) => [
      name,
      () => {
        const compiled = compileGraph(fresh(name), environment());
        holdTo(compiled, saidOf(compiled));
      },
    ]),
  ),
  segment() {
    const compiled = compileGraph(fresh('segment'), environment());
    expect(words(compiled).summary).toBe('属于分群“上海会员”');
    holdTo(compiled, { out: isInShanghai });
  },
  tag() {
    const compiled = compileGraph(fresh('tag'), environment());
    expect(words(compiled).summary).toBe('有标签“购买频次”');
    holdTo(compiled, { out: (member) => /frequency:/.test(JSON.stringify(attributeOf(member, 'tags'))) });
  },
  layering() {
    const compiled = compileGraph(fresh('layering'), environment());
    expect(words(compiled).summary).toBe('分层“RFM”在新客');
    holdTo(compiled, { out: (member) => attributeOf(member, 'layers', 'rfm', 'layer') === 'new' });
  },
  list() {
    const compiled = compileGraph(fresh('list'), environment());
    expect(words(compiled).summary).toBe('在名单“六月活动”中');
    holdTo(compiled, { out: (member) => /june_event/.test(JSON.stringify(attributeOf(member, 'lists'))) });
  },
  nearLayer() {
    const compiled = compileGraph(fresh('nearLayer'), environment());
    const [, eased] =
      /在“churned”，门槛放宽 (\d+)% 就到“champions”$/.exec(words(compiled).summary ?? '') ?? [];
    const share = 1 - Number(eased) / 100;
    holdTo(
      compiled,
      {
        out: (member) => {
          const [age, own] = [number(member, 'age'), number(member, 'points')];
          const isFar = !(age >= 60 && own >= 1_000) && !(age < 30);
          return isFar && age >= 60 * share && own >= 1_000 * share;
        },
      },
      1_000,
    );
  },
  allOf() {
    const compiled = compileGraph(fresh('allOf'), environment());
    expect(words(compiled).summary).toBe('每个入口里都有的会员');
    holdTo(compiled, { out: isInShanghai });
  },
  anyOf() {
    const compiled = compileGraph(fresh('anyOf'), environment());
    expect(words(compiled).summary).toBe('任意一路进来的会员');
    holdTo(compiled, { out: () => true });
  },
  minus() {
    const compiled = compileGraph(fresh('minus'), environment());
    expect(words(compiled).summary).toBe('保留的里面去掉另一群');
    holdTo(compiled, { out: (member) => !isInShanghai(member) });
  },
  sample() {
    const compiled = compileGraph(fresh('sample'), environment());
    const [, share] = /^固定抽取的 ([\d.]+)%$/.exec(words(compiled).summary ?? '') ?? [];
    const ports = ['sampled', 'rest'].map((port) => compiled.ports.get(`it.${port}`));
    const counts = ports.map(
      (port) =>
        Array.from({ length: 10_000 }, (_, bucket) => bucket).filter(
          (bucket) => port && evaluate(port, { member: { bucket }, events: [] }),
        ).length,
    );
    expect(counts).toEqual([Number(share) * 100, 10_000 - Number(share) * 100]);
  },
  topN() {
    const [need] = compileGraph(fresh('topN'), environment()).needs;
    if (!need) throw new Error('nothing is asked of the population');
    fc.assert(
      fc.property(fc.array(someone, { minLength: 101, maxLength: 140 }), (drawn) => {
        const all = drawn.map(({ member, events }, ord) => ({ member: { ...Object(member), ord }, events }));
        const ranked = all
          .map((member, ord) => ({ member, ord, value: ordersOf(member, shopClock.asOf, '90').length }))
          .sort((a, b) => b.value - a.value || a.ord - b.ord);
        const last = ranked[need.n - 1];
        if (!last) throw new Error('fewer members than are kept');
        const compiled = compileGraph(
          fresh('topN'),
          environment([[need.key, { value: last.value, ord: last.ord }]]),
        );
        const { phrases } = words(compiled);
        const [, n] = /^在近 90 天下单次数最高的 (\d+) 名里$/.exec(phrases.top ?? '') ?? [];
        expect(phrases.rest).toBe(`不${phrases.top}`);
        const top = compiled.ports.get('it.top');
        const kept = ranked.filter(({ member }) => top && evaluate(top, member));
        expect(kept).toEqual(ranked.slice(0, Number(n)));
      }),
      { numRuns: 5 },
    );
  },
  ...Object.fromEntries(
    [
      ['tagValue', '打上“vip”'],
      ['layer', '归入“vip”'],
      ['fallbackLayer', '其余会员归入“rest”'],
      ['segmentOutput', '分群成员'],
    ].map(([name = '', said]) => [
      name,
      () => expect(words(compileGraph(fresh(name), environment())).summary).toBe(said),
    ]),
  ),
};

describe('a node as it is added', () => {
  test.each(nodeTypes.map(({ type }) => [type]))('%s: has at its ports whom its words say', (type) => {
    const hold = tests[type];
    if (!hold) throw new Error(`no test of ${type}`);
    hold();
  });

  test('a cut that somebody types is reached by those who have just that', () => {
    const compiled = compileGraph(fresh('rfm', { frequency: typedCut }), environment());
    expect(words(compiled).phrases.champions).toContain('下单次数至少 3');
    holdTo(compiled, saidOf(compiled));
  });
});
