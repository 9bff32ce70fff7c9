import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/reference';
import type { Graph } from '../graph/graph';
import { field, number, text } from '../ir/build-expression';
import { all, any, compare, not, oneOf, present } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import { isProvablyEmpty, provablyImplies } from '../ir/provably-empty';
import { compiledInShop, draw, shopEnvironment } from '../testing/shop';
import { lintGraph } from './lint-graph';

const at = (path: string) => ({ kind: 'field', path });
const row = (operator: string, value: unknown, path = 'attrs.age') => ({
  subject: at(path),
  operator,
  value,
});
const when = (...rows: unknown[]): [string, Record<string, unknown>] => ['condition', { mode: 'all', rows }];
const layer = (name: string): [string, Record<string, unknown>] => ['layer', { layer: name, color: 0 }];
const fallback: [string, Record<string, unknown>] = ['fallbackLayer', { layer: 'rest', color: 9 }];

function lint(graph: Graph) {
  const compiled = compiledInShop(graph);
  expect(compiled.diagnostics).toEqual([]);
  return lintGraph(graph, compiled, shopEnvironment());
}
const told = (graph: Graph) => lint(graph).findings.map(({ kind, node, other }) => [kind, node, other]);

describe('what shows from the rule', () => {
  test('a layer that an earlier one covers is never reached', () => {
    const graph = draw(
      'layering',
      {
        all: ['allMembers'],
        grown: when(row('atLeast', 18)),
        old: when(row('atLeast', 60), row('equals', 'sh', 'attrs.city')),
        a: layer('a'),
        b: layer('b'),
        rest: fallback,
      },
      ['all.out → grown.in', 'all.out → old.in', 'grown.matched → a.in', 'old.matched → b.in'],
    );
    expect(told(graph)).toEqual([['unreachable', 'b', 'a']]);
    expect(lint(graph).findings[0]?.message.zh).toContain('“a”');
  });

  test('thresholds that contradict each other, where it first happens', () => {
    const graph = draw(
      'layering',
      {
        all: ['allMembers'],
        old: when(row('atLeast', 60)),
        young: when(row('less', 30)),
        shanghai: when(row('equals', 'sh', 'attrs.city')),
        a: layer('a'),
        rest: fallback,
      },
      [
        'all.out → old.in',
        'old.matched → young.in',
        'young.matched → shanghai.in',
        'shanghai.matched → a.in',
      ],
    );
    expect(told(graph)).toEqual([
      ['contradiction', 'young', null],
      ['unreachable', 'a', null],
    ]);
  });

  test('a condition that those before it see to', () => {
    const graph = draw(
      'segment',
      {
        all: ['allMembers'],
        old: when(row('atLeast', 60)),
        grown: when(row('atLeast', 18)),
        out: ['segmentOutput'],
      },
      ['all.out → old.in', 'old.matched → grown.in', 'grown.matched → out.in'],
    );
    expect(told(graph)).toEqual([['redundant', 'grown', null]]);
  });

  test('nothing where everything is in order, or not yet ready', () => {
    const tree = draw(
      'layering',
      { all: ['allMembers'], old: when(row('atLeast', 60)), a: layer('a'), b: layer('b'), rest: fallback },
      ['all.out → old.in', 'old.matched → a.in', 'old.notMatched → b.in'],
    );
    expect(told(tree)).toEqual([]);
    const draft = { ...tree, nodes: tree.nodes.filter(({ id }) => id !== 'rest') };
    expect(lintGraph(draft, compiledInShop(draft), shopEnvironment())).toEqual({
      findings: [],
      questions: [],
    });
  });
});

describe('what shows from the data', () => {
  const graph = draw(
    'layering',
    {
      all: ['allMembers'],
      old: when(row('atLeast', 60)),
      shanghai: when(row('equals', 'sh', 'attrs.city')),
      a: layer('a'),
      b: layer('b'),
      rest: fallback,
    },
    ['all.out → old.in', 'all.out → shanghai.in', 'old.matched → a.in', 'shanghai.matched → b.in'],
  );
  const members = [
    { age: 70, city: 'sh' },
    { age: 70, city: 'hz' },
    { age: 20, city: 'sh' },
    { age: 20, city: 'hz' },
    {},
  ];
  const concluded = (data: object[]) =>
    lint(graph).questions.flatMap(({ members: asked, conclude }) => {
      const n = data.filter((attrs) => evaluate(asked, { member: { attrs }, events: [] })).length;
      const finding = conclude(n);
      return finding ? [[finding.kind, finding.node, finding.other, finding.n]] : [];
    });

  test('is how many an earlier layer takes, and who is left over', () => {
    expect(concluded(members)).toEqual([
      ['overlap', 'b', 'a', 1],
      ['gap', 'rest', null, 2],
    ]);
  });

  test('is that nobody is in a layer', () => {
    expect(concluded([{ age: 20, city: 'sh' }])).toEqual([
      ['unreachable', 'a', null, 0],
      ['gap', 'rest', null, 0],
    ]);
  });
});

describe('groups that ties leave empty', () => {
  // 60 of 100 bought once: of fifths, several begin at one value.
  const ages = Array.from({ length: 100 }, (_, i) => (i < 60 ? 1 : i - 57));
  const cuts = [1, 1, 1, 23];
  const age = at('attrs.age');
  const [grouped, scored] = [
    draw(
      'segment',
      { all: ['allMembers'], it: ['quantiles', { subject: age, groups: 5, cuts }], out: ['segmentOutput'] },
      ['all.out → it.in', 'it.q5 → out.in'],
    ),
    draw(
      'segment',
      {
        all: ['allMembers'],
        it: [
          'score',
          {
            terms: [{ weight: 10, subject: age, better: 'higher', by: 'quantile', groups: 5, cuts }],
            bands: [{ id: 'high', name: 'High', from: 5 }],
          },
        ],
        out: ['segmentOutput'],
      },
      ['all.out → it.in', 'it.high → out.in'],
    ),
  ];

  test.each([
    ['quantiles', grouped],
    ['graded points', scored],
  ])('are told of %s', (_, graph) => {
    const { findings, questions } = lint(graph);
    expect(findings.map(({ kind, node, n }) => [kind, node, n])).toEqual([['empty-group', 'it', null]]);
    expect(findings[0]?.message.zh).toContain('第 2、3 组没有人');
    const counted = questions.map(({ members, conclude }) => {
      const n = ages.filter((own) =>
        evaluate(members, { member: { attrs: { age: own } }, events: [] }),
      ).length;
      return [n, conclude(n)?.kind ?? null];
    });
    expect(counted).toEqual([
      [0, 'empty-group'],
      [80, null],
      [20, null],
    ]);
  });

  test('and nothing of groups that have somebody', () => {
    const even = {
      ...grouped,
      nodes: grouped.nodes.map((node) =>
        node.id === 'it' ? { ...node, params: { subject: age, groups: 2, cuts: [2] } } : node,
      ),
      edges: grouped.edges.map((edge) => ({
        ...edge,
        sourcePort: edge.sourcePort === 'q5' ? 'q2' : edge.sourcePort,
      })),
    };
    expect(lint(even).findings).toEqual([]);
    expect(lint(even).questions.map(({ conclude }) => conclude(1))).toEqual([null, null]);
  });
});

describe('proofs', () => {
  const age = field('attrs.age', 'number');
  const city = field('attrs.city', 'text');
  const values = fc.constantFrom(-1, 0, 1, 2);
  const atom = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('eq' as const, 'lt' as const, 'lte' as const, 'gt' as const, 'gte' as const),
        values,
      )
      .map(([how, value]) => compare(how, age, number(value))),
    fc.constantFrom('a', 'b').map((name) => compare('eq', city, text(name))),
    fc.constant(oneOf(city, ['a', 'b'])),
    fc.constant(present(age)),
  );
  const rule: fc.Arbitrary<Predicate> = fc.letrec<{ rule: Predicate }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small' },
      atom,
      tie('rule').map(not),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map(all),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map(any),
    ),
  })).rule;
  const stored = <T>(of: fc.Arbitrary<T>) => fc.option(fc.oneof(of, fc.constantFrom('1', null, [1])));
  const member = fc
    .record({ age: stored(values), city: stored(fc.constantFrom('a', 'b', 'c')) })
    .map((attrs) => ({ member: { attrs }, events: [] }));

  test('what is called empty holds for nobody, and what is implied holds too', () => {
    let [empty, implied] = [0, 0];
    fc.assert(
      fc.property(rule, rule, fc.array(member, { minLength: 1, maxLength: 12 }), (a, b, members) => {
        if (isProvablyEmpty(a)) {
          empty += 1;
          for (const data of members) expect(evaluate(a, data)).toBe(false);
        }
        if (provablyImplies(a, b)) {
          implied += 1;
          for (const data of members) expect(!evaluate(a, data) || evaluate(b, data)).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
    expect(empty).toBeGreaterThan(100);
    expect(implied).toBeGreaterThan(100);
  });
});
