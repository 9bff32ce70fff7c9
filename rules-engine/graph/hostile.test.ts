import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGraph } from '../compile/compile-graph';
import { nodeTypes } from '../nodes/registry';
import { operators } from '../operators/registry';
import { graphSentence } from '../sentence/graph-sentence';
import { compiledInShop, draw, shanghai, shop, shopEnvironment } from '../testing/shop';
import { type Graph, graph as graphSchema } from './graph';

const environment = shopEnvironment({ catalogue: { ...shop, segments: { [shanghai.key]: shanghai } } });

/** Reads and compiles as a service does; null where the schema refuses it. */
function compileRaw(raw: unknown) {
  const read = graphSchema.safeParse(raw);
  if (!read.success) return null;
  const compiled = compileGraph(read.data, environment);
  graphSentence(read.data, compiled);
  return compiled;
}

function nested(levels: number, wrap: (inner: unknown) => unknown, core: unknown): unknown {
  let value = core;
  for (let i = 0; i < levels; i += 1) value = wrap(value);
  return value;
}

function segmentOf(params: Record<string, unknown>): Graph {
  return draw('segment', { all: ['allMembers'], c: ['condition', params], out: ['segmentOutput'] }, [
    'all.out → c.in',
    'c.matched → out.in',
  ]);
}

/** Not executable, told, and nothing of it is half a filter. */
function expectRefused(compiled: ReturnType<typeof compileRaw>) {
  if (!compiled) return;
  expect(compiled.executable).toBe(false);
  expect(compiled.outputs).toEqual([]);
  expect(compiled.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  for (const { message } of compiled.diagnostics) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en.length).toBeLessThan(500);
  }
}

const row = { subject: { kind: 'field', path: 'attrs.age' }, operator: 'atLeast', value: 4 };
const ok = segmentOf({ mode: 'all', rows: [row] });

describe('a broken rule is told and never half evaluated', () => {
  const broken: Record<string, Record<string, unknown>> = {
    'unknown operator': { mode: 'all', rows: [{ ...row, operator: 'isMagic' }] },
    'operator named constructor': { mode: 'all', rows: [{ ...row, operator: 'constructor' }] },
    'path outside the catalogue': {
      mode: 'all',
      rows: [{ ...row, subject: { kind: 'field', path: 'attrs.nowhere' } }],
    },
    'path named constructor': {
      mode: 'all',
      rows: [{ ...row, subject: { kind: 'field', path: 'constructor' } }],
    },
    'path through a prototype': {
      mode: 'all',
      rows: [{ ...row, subject: { kind: 'field', path: '__proto__.x' } }],
    },
    'event type named toString': {
      mode: 'all',
      rows: [
        {
          ...row,
          subject: { kind: 'event', eventType: 'toString', fn: 'count', window: { kind: 'allTime' } },
        },
      ],
    },
    'tag named hasOwnProperty': {
      mode: 'all',
      rows: [{ subject: { kind: 'tag', key: 'hasOwnProperty' }, operator: 'hasTag' }],
    },
    'segment named valueOf': {
      mode: 'all',
      rows: [{ subject: { kind: 'segment', key: 'valueOf' }, operator: 'inSegment' }],
    },
    'wrong operand': { mode: 'all', rows: [{ ...row, value: '4' }] },
    'text of U+0000': {
      mode: 'all',
      rows: [{ subject: { kind: 'field', path: 'attrs.name' }, operator: 'contains', value: 'a\0b' }],
    },
    'no operand': { mode: 'all', rows: [{ subject: row.subject, operator: 'atLeast' }] },
    'no rows': { mode: 'all', rows: [] },
    'one good row and a bad one': { mode: 'any', rows: [row, { ...row, operator: '' }] },
    'own key __proto__': JSON.parse('{"mode":"all","rows":[],"__proto__":{"rows":[1]}}'),
  };

  test.each(Object.entries(broken))('%s', (_, params) => {
    expectRefused(compileRaw(segmentOf(params)));
  });

  test('division by zero is empty, so that nothing of it holds', () => {
    const share = { kind: 'formula', operator: '/', left: row.subject, right: { kind: 'number', value: 0 } };
    const compiled = compileRaw(segmentOf({ mode: 'all', rows: [{ ...row, subject: share }] }));
    expect(compiled?.executable).toBe(true);
  });

  test('the same with a good rule is executable', () => {
    expect(compileRaw(ok)?.executable).toBe(true);
  });
});

describe('depth', () => {
  test.each([9, 60, 10_000])('%i groups in one another', (levels) => {
    const rows = nested(levels, (inner) => ({ mode: 'all', rows: [inner] }), row);
    expectRefused(compileRaw(segmentOf({ mode: 'all', rows: [rows, rows] })));
    // Unread by a schema, too: the compiler has limits of its own.
    expectRefused(compileGraph(segmentOf({ mode: 'all', rows: [rows, rows] }), environment));
  });

  test('formulas and conditions on events of 10,000 levels', () => {
    const formula = nested(
      10_000,
      (left) => ({ kind: 'formula', operator: '+', left, right: row.subject }),
      row.subject,
    );
    const event = nested(
      10_000,
      (where) => ({
        mode: 'all',
        rows: [
          {
            subject: { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' }, where },
            operator: 'did',
          },
        ],
      }),
      { mode: 'all', rows: [row] },
    );
    for (const subject of [formula, event])
      expectRefused(compileGraph(segmentOf({ mode: 'all', rows: [{ ...row, subject }] }), environment));
  });

  test('segments that lead to one another, in a circle and 1,000 deep', () => {
    const uses = (key: string) =>
      draw('segment', { s: ['segment', { key }], out: ['segmentOutput'] }, ['s.out → out.in']);
    const label = { zh: '分群', en: 'Segment' };
    const chain = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, i) => [`s${i}`, { key: `s${i}`, label, graph: uses(`s${i + 1}`) }]),
    );
    const segments = {
      ...chain,
      a: { key: 'a', label, graph: uses('b') },
      b: { key: 'b', label, graph: uses('a') },
    };
    const within = (key: string) => compiledInShop(uses(key), { catalogue: { ...shop, segments } });
    expectRefused(within('s0'));
    expectRefused(within('a'));
    const owner = { key: 'a', keepsLast: false };
    expectRefused(compileGraph(uses('b'), shopEnvironment({ catalogue: { ...shop, segments } }), owner));
  });

  test('segments that each use another one twice are compiled once', () => {
    const label = { zh: '分群', en: 'Segment' };
    const twice = (i: number) =>
      draw(
        'segment',
        {
          all: ['allMembers'],
          c: [
            'condition',
            {
              mode: 'all',
              rows: [
                { subject: { kind: 'segment', key: `s${i + 1}` }, operator: 'inSegment' },
                { subject: { kind: 'segment', key: `s${i + 1}` }, operator: 'notInSegment' },
                row,
              ],
            },
          ],
          out: ['segmentOutput'],
        },
        ['all.out → c.in', 'c.notMatched → out.in'],
      );
    const segments = Object.fromEntries(
      Array.from({ length: 19 }, (_, i) => [
        `s${i}`,
        { key: `s${i}`, label, graph: i === 18 ? ok : twice(i) },
      ]),
    );
    const started = performance.now();
    const compiled = compiledInShop(twice(-1), { catalogue: { ...shop, segments } });
    expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('size', () => {
  test('5 MB are refused', () => {
    const long = 'x'.repeat(5 * 1024 * 1024);
    expect(compileRaw(segmentOf({ mode: 'all', rows: [{ ...row, value: long }] }))).toBeNull();
    const many = Array.from({ length: 600_000 }, () => 5);
    expect(compileRaw(segmentOf({ mode: 'all', rows: many }))).toBeNull();
    expectRefused(compileGraph(segmentOf({ mode: 'all', rows: many }), environment));
    const values = { subject: { kind: 'field', path: 'attrs.city' }, operator: 'oneOf', value: many };
    const compiled = compileGraph(segmentOf({ mode: 'all', rows: [values] }), environment);
    expectRefused(compiled);
    expect(compiled.diagnostics.length).toBeLessThan(100);
  });

  const everyNode = (
    wire: (i: number) => string[],
    type: (i: number) => [string, Record<string, unknown>?],
  ) => {
    const ids = Array.from({ length: 297 }, (_, i) => i);
    return draw(
      'segment',
      {
        all: ['allMembers'],
        none: ['sample', { percent: 1 }],
        ...Object.fromEntries(ids.map((i) => [`n${i}`, type(i)])),
        out: ['segmentOutput'],
      },
      ['all.out → none.in', ...ids.flatMap(wire), 'n296.matched → out.in'],
    );
  };
  const condition = (i: number): [string, Record<string, unknown>] => [
    'condition',
    {
      mode: i % 2 ? 'all' : 'any',
      rows: Array.from({ length: 12 }, (_, j) => ({ ...row, value: i * 12 + j })),
    },
  ];

  test.each<[string, Graph]>([
    ['in a row', everyNode((i) => [i === 0 ? 'all.out → n0.in' : `n${i - 1}.matched → n${i}.in`], condition)],
    [
      'that fork and join at every step',
      everyNode(
        (i) =>
          i < 2
            ? [`all.out → n${i}.in`]
            : [
                `n${i - 1}.matched → n${i}.in`,
                `n${i - 2}.notMatched → n${i}.in`,
                `n${i - 2}.matched → n${i}.in`,
              ],
        condition,
      ),
    ],
    [
      'that all lead into one',
      everyNode((i) => (i < 296 ? [`all.out → n${i}.in`, `n${i}.matched → n296.in`] : []), condition),
    ],
    [
      'that take one set out of another',
      everyNode(
        (i) =>
          i < 2
            ? [`all.out → n${i}.from`, 'none.sampled → n0.without', 'none.sampled → n1.without']
            : [`n${i - 1}.out → n${i}.from`, `n${i - 2}.out → n${i}.without`],
        () => ['minus'],
      ),
    ],
  ])('300 nodes %s take no long time', (_, graph) => {
    const started = performance.now();
    const compiled = compileRaw(graph);
    expect(compiled).not.toBeNull();
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('drawings that are none', () => {
  test('edges in a circle, ids twice, ports that don’t exist', () => {
    const circle = draw('segment', { a: ['anyOf'], b: ['anyOf'], a2: ['anyOf'], out: ['segmentOutput'] }, [
      'a.out → b.in',
      'b.out → a.in',
      'b.out → out.in',
      'b.constructor → out.in',
      'x.out → out.__proto__',
    ]);
    const twice = { ...ok, nodes: [...ok.nodes, ...ok.nodes], edges: [...ok.edges, ...ok.edges] };
    expectRefused(compileRaw(circle));
    expectRefused(compileRaw(twice));
  });

  test('anything that JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(compileRaw(raw)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

const json = fc.jsonValue({ maxDepth: 4 });
const words = fc.constantFrom(
  ...[
    'constructor',
    '__proto__',
    'attrs.age',
    'attrs.city',
    'order',
    'props.amount',
    'count',
    'sum',
    'in',
    '',
  ],
);
const kinds = ['field', 'event', 'formula', 'number', 'tag', 'segment', 'list', 'magic'];

/** Parameters that look right here and there. */
const almost: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  subject: fc.record(
    {
      kind: fc.constantFrom(...kinds),
      path: words,
      key: words,
      id: words,
      eventType: words,
      fn: words,
      property: words,
      window: fc.oneof(json, fc.constant({ kind: 'allTime' })),
      where: tie('group'),
      operator: fc.constantFrom('+', '/', '%'),
      left: tie('subject'),
      right: tie('subject'),
      value: json,
    },
    { requiredKeys: [] },
  ),
  row: fc.record(
    {
      subject: fc.oneof({ maxDepth: 3 }, json, tie('subject')),
      operator: fc.constantFrom(...operators.map(({ id }) => id), 'isMagic'),
      value: fc.oneof(json, fc.integer(), words, fc.array(words)),
    },
    { requiredKeys: [] },
  ),
  group: fc.record(
    {
      mode: fc.constantFrom('all', 'any', 'none'),
      rows: fc.array(fc.oneof({ maxDepth: 3 }, json, tie('row'), tie('group')), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
})).group;

describe('arbitrary parameters', () => {
  const types = [...nodeTypes.map(({ type }) => type), 'magic'];
  const params = fc.oneof(
    almost,
    json,
    fc.record(
      {
        terms: fc.array(fc.oneof(almost, json)),
        bands: json,
        subject: fc.oneof(almost, json),
        cuts: json,
        groups: json,
        percent: json,
        n: json,
        inputs: fc.oneof(json, fc.integer()),
        key: words,
        values: json,
        value: json,
      },
      { requiredKeys: [] },
    ),
  );

  test('never throw, and leave no output where anything is wrong', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ type: fc.constantFrom(...types), params }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(3), fc.nat(3)), { maxLength: 12 }),
        fc.constantFrom('tag' as const, 'segment' as const),
        (drawn, wires, kind) => {
          const nodes = drawn.map(({ type, params: raw }, i) => ({
            id: `n${i}`,
            type,
            params: raw,
            position: { x: 0, y: 0 },
          }));
          const edges = wires.map(([source, target, from, to], i) => ({
            id: `e${i}`,
            source: `n${source}`,
            sourcePort: ['out', 'matched', 'below', 'constructor'][from],
            target: `n${target}`,
            targetPort: ['in', 'in1', 'from', '__proto__'][to],
          }));
          const compiled = compileRaw({ kind, schemaVersion: 1, nodes, edges });
          if (!compiled) return;
          if (compiled.diagnostics.some(({ severity }) => severity === 'error')) expectRefused(compiled);
          else expect(compiled.needs.length > 0 || compiled.outputs.length > 0).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });
});
