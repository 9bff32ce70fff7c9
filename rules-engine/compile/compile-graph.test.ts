import { describe, expect, test } from 'vitest';
import type { MemberData } from '../evaluate/document';
import { evaluate } from '../evaluate/reference';
import type { Graph } from '../graph/graph';
import type { Predicate } from '../ir/predicate';
import { compiledInShop, draw, shanghai, shop } from '../testing/shop';
import type { CompiledGraph } from './compile-graph';

const field = (path: string) => ({ kind: 'field', path });
const row = (path: string, operator: string, value?: unknown) => ({ subject: field(path), operator, value });
const when = (...rows: unknown[]): [string, Record<string, unknown>] => ['condition', { mode: 'all', rows }];
const grown = when(row('attrs.age', 'atLeast', 18));
const grouped = when(row('attrs.inGroup', 'isTrue'));

const member = (attrs: Record<string, unknown>, ord = 0): MemberData => ({
  member: { attrs, ord, bucket: 0 },
  events: [],
});

function codes({ diagnostics }: CompiledGraph): string[] {
  return diagnostics.map(({ code, node, param }) =>
    [code, node, param].filter((part) => part !== null).join(' '),
  );
}

function holds(set: Predicate | undefined, data: MemberData): boolean {
  if (!set) throw new Error('not compiled');
  return evaluate(set, data);
}

describe('ports', () => {
  const graph = draw('segment', { all: ['allMembers'], c: grown, d: grouped, out: ['segmentOutput'] }, [
    'all.out → c.in',
    'c.matched → d.in',
    'c.notMatched → d.in',
    'd.matched → out.in',
  ]);

  test('have the members that come in and go out', () => {
    const { ports, executable } = compiledInShop(graph);
    expect(executable).toBe(true);
    expect([...ports.keys()]).toEqual([
      'all.out',
      'c.in',
      'c.matched',
      'c.notMatched',
      'd.in',
      'd.matched',
      'd.notMatched',
      'out.in',
      'out.value',
    ]);
    expect(ports.get('d.in')).toBe(ports.get('all.out'));
  });

  test('of a draft are there as far as they can be compiled', () => {
    const draft = {
      ...graph,
      nodes: graph.nodes.map((node) => (node.id === 'd' ? { ...node, params: {} } : node)),
    };
    const compiled = compiledInShop(draft);
    expect([...compiled.ports.keys()]).toEqual(['all.out', 'c.in', 'c.matched', 'c.notMatched', 'd.in']);
    expect(compiled.outputs).toEqual([]);
    expect(codes(compiled)).toEqual(['bad-params d mode', 'bad-params d rows']);
  });
});

describe('outputs', () => {
  test('of a tag go to the first that fits, in the order of the nodes', () => {
    const graph = draw(
      'tag',
      {
        all: ['allMembers'],
        c: grown,
        d: grouped,
        a: ['tagValue', { value: 'grown' }],
        b: ['tagValue', { value: 'grouped' }],
      },
      ['all.out → c.in', 'all.out → d.in', 'c.matched → a.in', 'd.matched → b.in'],
    );
    const given = (attrs: Record<string, unknown>, { outputs }: CompiledGraph) =>
      outputs.filter(({ predicate }) => evaluate(predicate, member(attrs))).map(({ value }) => value);
    const compiled = compiledInShop(graph);
    expect(given({ age: 20, inGroup: true }, compiled)).toEqual(['grown']);
    expect(given({ age: 10, inGroup: true }, compiled)).toEqual(['grouped']);
    expect(given({}, compiled)).toEqual([]);
    const turned: Graph = { ...graph, nodes: [...graph.nodes].reverse() };
    expect(given({ age: 20, inGroup: true }, compiledInShop(turned))).toEqual(['grouped']);
  });

  test('of a tree need nothing taken away', () => {
    const graph = draw(
      'tag',
      { all: ['allMembers'], c: grown, a: ['tagValue', { value: 'a' }], b: ['tagValue', { value: 'b' }] },
      ['all.out → c.in', 'c.matched → a.in', 'c.notMatched → b.in'],
    );
    const { outputs, ports } = compiledInShop(graph);
    expect(outputs.map(({ predicate }) => predicate)).toEqual([
      ports.get('c.matched'),
      ports.get('c.notMatched'),
    ]);
  });

  test('are missed, surplus or given twice', () => {
    const source = { all: ['allMembers'] } as const;
    expect(codes(compiledInShop(draw('segment', source, [])))).toEqual(['no-output']);
    const two = draw('segment', { ...source, a: ['segmentOutput'], b: ['segmentOutput'] }, [
      'all.out → a.in',
      'all.out → b.in',
    ]);
    expect(codes(compiledInShop(two))).toEqual(['duplicate-value b']);
    const same = draw(
      'tag',
      { ...source, a: ['tagValue', { value: 'x' }], b: ['tagValue', { value: ' x ' }] },
      ['all.out → a.in', 'all.out → b.in'],
    );
    expect(codes(compiledInShop(same))).toEqual(['duplicate-value b value']);
    const wrong = draw('tag', { ...source, a: ['segmentOutput'] }, ['all.out → a.in']);
    expect(codes(compiledInShop(wrong))).toEqual(['wrong-kind a', 'no-output']);
  });
});

describe('problems', () => {
  const inCondition = (...rows: unknown[]) =>
    codes(
      compiledInShop(
        draw('segment', { all: ['allMembers'], c: when(...rows), out: ['segmentOutput'] }, [
          'all.out → c.in',
          'c.matched → out.in',
        ]),
      ),
    );
  const orders = { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } };

  test('lead to the exact field', () => {
    expect(inCondition(row('attrs.age', 'atLeast', '18'))).toEqual(['bad-params c rows.0.value']);
    expect(inCondition(row('attrs.age', 'between', { from: 3, to: 2 }))).toEqual([
      'bad-params c rows.0.value.to',
    ]);
    expect(inCondition(row('attrs.age', 'contains', '1'))).toEqual([
      'operator-does-not-fit c rows.0.operator',
    ]);
    expect(inCondition(row('attrs.shoe', 'isEmpty'))).toEqual(['unknown-field c rows.0.subject.path']);
    expect(inCondition({ mode: 'any', rows: [row('attrs.age', 'isEmpty'), row('attrs.age', '')] })).toEqual([
      'unknown-operator c rows.0.rows.1.operator',
    ]);
    expect(inCondition({ subject: { ...orders, fn: 'sum' }, operator: 'atLeast', value: 1 })).toEqual([
      'unknown-property c rows.0.subject.property',
    ]);
    expect(
      inCondition({
        subject: { ...orders, where: { mode: 'all', rows: [row('props.amount', 'atLeast')] } },
        operator: 'did',
      }),
    ).toEqual(['bad-params c rows.0.subject.where.rows.0.value']);
    expect(inCondition({ subject: { kind: 'segment', key: 'nobody' }, operator: 'inSegment' })).toEqual([
      'unknown-segment c rows.0.subject.key',
    ]);
  });

  test('tell an empty field from a wrong one', () => {
    const message = (value: unknown) =>
      compiledInShop(
        draw('segment', { all: ['allMembers'], c: when(row('attrs.age', 'atLeast', value)) }, [
          'all.out → c.in',
        ]),
      ).diagnostics[0]?.message.en;
    expect(message(undefined)).toBe('Not filled in yet.');
    expect(message('4')).toBe('This has to be a number.');
  });

  test('are warnings where a rule works but most likely isn’t meant', () => {
    expect(inCondition(row('attrs.city', 'oneOf', ['sh', 'Shanghai']))).toEqual([
      'unknown-option c rows.0.value',
    ]);
    expect(inCondition(row('attrs.inGroup', 'isTrue'), row('attrs.inGroup', 'isTrue'))).toEqual([]);
    const never = { subject: { kind: 'number', value: 1 }, operator: 'isEmpty' };
    expect(inCondition(never)).toEqual(['always-false c']);
  });

  test('name a port to which nothing leads', () => {
    const graph = draw('segment', { m: ['minus'], out: ['segmentOutput'] }, ['m.out → out.in']);
    expect(codes(compiledInShop(graph))).toEqual(['not-connected m', 'not-connected m']);
  });
});

describe('money', () => {
  const spent = {
    kind: 'event',
    eventType: 'order',
    fn: 'sum',
    property: 'props.amount',
    window: { kind: 'allTime' },
  };
  const count = { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } };
  const rowOf = (operator: string, left: unknown, right: unknown) => {
    const subject = { kind: 'formula', operator, left, right };
    const graph = draw(
      'segment',
      { all: ['allMembers'], c: when({ subject, operator: 'atLeast', value: 20_000 }) },
      ['all.out → c.in'],
    );
    return compiledInShop(graph).rows[0];
  };

  test('stays money where it is divided by a number, and not where it is divided by money', () => {
    expect(rowOf('/', spent, count)).toMatchObject({ money: true, unit: 'CNY', type: 'money' });
    expect(rowOf('/', spent, count)?.phrase.en).toBe('(total order amount ÷ order count) is at least ¥200');
    expect(rowOf('/', spent, spent)).toMatchObject({ money: false, unit: null });
    expect(rowOf('-', spent, spent)).toMatchObject({ money: true });
    expect(rowOf('*', count, spent)).toMatchObject({ money: true, unit: 'CNY' });
  });
});

describe('what the population has to answer first', () => {
  const top = (n: number): [string, Record<string, unknown>] => [
    'topN',
    { n, subject: field('attrs.points'), direction: 'highest' },
  ];
  const best = draw('segment', { all: ['allMembers'], t: top(10), out: ['segmentOutput'] }, [
    'all.out → t.in',
    't.top → out.in',
  ]);

  test('is asked in turn: what stands behind another one waits for it', () => {
    const graph = draw('segment', { all: ['allMembers'], t: top(10), u: top(5), out: ['segmentOutput'] }, [
      'all.out → t.in',
      't.top → u.in',
      'u.top → out.in',
    ]);
    const first = compiledInShop(graph);
    expect(first.executable).toBe(false);
    expect(first.diagnostics).toEqual([]);
    expect(first.needs.map(({ key, n }) => [key, n])).toEqual([['/t', 10]]);
    const second = compiledInShop(graph, { bounds: new Map([['/t', null]]) });
    expect(second.needs.map(({ key }) => key)).toEqual(['/u']);
    expect(second.needs[0]?.members).toBe(second.ports.get('t.top'));
    const third = compiledInShop(graph, {
      bounds: new Map([
        ['/t', null],
        ['/u', { value: 3, ord: 7 }],
      ]),
    });
    expect(third.needs).toEqual([]);
    expect(third.executable).toBe(true);
    expect(holds(third.ports.get('u.top'), member({ points: 3 }, 7))).toBe(true);
    expect(holds(third.ports.get('u.top'), member({ points: 3 }, 8))).toBe(false);
    expect(holds(third.ports.get('u.top'), member({}, 0))).toBe(false);
  });

  test('in segments that are used has keys of its own, once', () => {
    const segments = {
      best: { key: 'best', label: { zh: '前十', en: 'Best' }, graph: best },
      [shanghai.key]: shanghai,
    };
    const uses = { subject: { kind: 'segment', key: 'best' }, operator: 'inSegment' };
    const graph = draw(
      'segment',
      { all: ['allMembers'], t: top(3), c: when(uses, uses), out: ['segmentOutput'] },
      ['all.out → t.in', 't.top → c.in', 'c.matched → out.in'],
    );
    const catalogue = { ...shop, segments };
    const open = compiledInShop(graph, { catalogue, bounds: new Map([['/t', null]]) });
    expect(open.needs.map(({ key, node, n }) => [key, node, n])).toEqual([['best/t', 'c', 10]]);
    expect(open.diagnostics).toEqual([]);
    const done = compiledInShop(graph, {
      catalogue,
      bounds: new Map([
        ['/t', null],
        ['best/t', null],
      ]),
    });
    expect(done.executable).toBe(true);
  });
});
