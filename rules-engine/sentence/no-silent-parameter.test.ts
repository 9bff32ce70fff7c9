import { describe, expect, test } from 'vitest';
import { demoEnvironment } from '@/lib/setup/testing/demo-population';
import { type CompiledGraph, compileGraph } from '../compile/compile-graph';
import type { Environment } from '../compile/environment';
import { aggregateFunctions, arithmeticOperators } from '../graph/condition';
import type { Graph } from '../graph/graph';
import type { NodeType } from '../nodes/node';
import { findNodeType, nodeTypes } from '../nodes/registry';
import { operators } from '../operators/registry';
import { templates } from '../templates/registry';
import { shanghai, shop, shopEnvironment } from '../testing/shop';
import { units } from '../time/window';

/*
 * Two drawings that count different members don't say the same: every parameter of every node is changed to everything
 * else that it could be, and where that moves a member the words of the node are others, in both languages. So no
 * default and no setting is silent.
 */

const bound = { value: 500, ord: 3 };
/** What a parameter could be besides, by its name. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  mode: ['all', 'any'],
  operator: operators.map(({ id }) => id),
  fn: aggregateFunctions,
  unit: units,
  direction: ['highest', 'lowest'],
  better: ['higher', 'lower'],
  by: ['mean', 'median', 'number', 'bands', 'quantile'],
  ties: ['better', 'worse'],
  outside: ['apart', 'together'],
  window: [
    { kind: 'allTime' },
    { kind: 'last', n: 7, unit: 'weeks' },
    { kind: 'between', from: '2026-01-01', to: '2026-06-30' },
  ],
};

function choicesIn({ catalogue }: Environment): typeof choices {
  const types = Object.values(catalogue.eventTypes);
  return {
    ...choices,
    path: [...Object.keys(catalogue.fields), ...types.flatMap(({ props }) => Object.keys(props))],
    property: types.flatMap(({ props }) => Object.keys(props)),
    eventType: types.map(({ type }) => type),
    values: Object.values(catalogue.tags).flatMap(({ values }) => values.map(({ value }) => [value])),
    key: [...Object.keys(catalogue.tags), ...Object.keys(catalogue.layerings)],
    from: Object.values(catalogue.layerings).flatMap(({ values }) => values.map(({ value }) => value)),
    to: Object.values(catalogue.layerings).flatMap(({ values }) => values.map(({ value }) => value)),
  };
}

/** Everything that a value could be instead, one change at a time. */
function variants(value: unknown, name: string, known: typeof choices): unknown[] {
  const others = (known[name] ?? arithmetic(name, value)).filter((other) => other !== value);
  if (typeof value === 'number') return [...others, value + 1, value * 2, value / 2, -value];
  if (typeof value === 'boolean') return [...others, !value];
  if (typeof value === 'string') return [...others, `${value}x`, '2026-02-03'];
  if (Array.isArray(value)) {
    const shorter = value.length > 1 ? [value.slice(1), value.slice(0, -1)] : [];
    const changed = value.flatMap((item, i) =>
      variants(item, name, known).map((next) => value.map((one, at) => (at === i ? next : one))),
    );
    return [...others, ...shorter, ...changed];
  }
  if (typeof value !== 'object' || value === null) return others;
  const entries = Object.entries(value);
  const without = entries.map(([key]) => Object.fromEntries(entries.filter(([other]) => other !== key)));
  const changed = entries.flatMap(([key, part]) =>
    variants(part, key, known).map((next) => ({ ...value, [key]: next })),
  );
  return [...others, ...without, ...changed];
}

/** `operator` is that of a test, or of a formula. */
function arithmetic(name: string, value: unknown): readonly unknown[] {
  return name === 'operator' && arithmeticOperators.some((sign) => sign === value) ? arithmeticOperators : [];
}

/** Who is at the node's ports, and what it says of them; null where it can't be compiled. */
function meaning(compiled: CompiledGraph, id: string) {
  const info = compiled.nodes.find((node) => node.id === id);
  if (
    !info?.summary ||
    compiled.diagnostics.some(({ node, severity }) => node === id && severity === 'error')
  )
    return null;
  const phrases = info.outputs.flatMap((port) => info.phrases[port]?.text ?? []);
  const texts = [info.summary, ...phrases, ...(info.aside ? [info.aside] : [])];
  return {
    members: info.outputs.map((port) => compiled.ports.get(`${id}.${port}`)?.id ?? null).join(),
    zh: texts.map(({ zh }) => zh).join('｜'),
    en: texts.map(({ en }) => en).join(' | '),
  };
}

/** The node alone, with all members at its inputs. */
function around(type: NodeType, params: Record<string, unknown>): Graph {
  const position = { x: 0, y: 0 };
  return {
    kind: type.kinds[0] ?? 'segment',
    schemaVersion: 1,
    nodes: [
      { id: 'all', type: 'allMembers', position, params: {} },
      { id: 'it', type: type.type, position, params },
    ],
    edges: type.inputs(params).map(({ id }, i) => ({
      id: `e${i}`,
      source: 'all',
      sourcePort: 'out',
      target: 'it',
      targetPort: id,
    })),
  };
}

/** The changes of a node's parameters that move members without a word of it. */
function silentChanges(type: NodeType, given: unknown, environment: Environment): string[] {
  const at = (params: unknown) =>
    meaning(compileGraph(around(type, { ...Object(params) }), environment), 'it');
  const before = at(given);
  if (!before) throw new Error(`${type.type} isn’t compiled`);
  const moving = variants(given, '', choicesIn(environment)).flatMap((params) => {
    const after = at(params);
    return after && after.members !== before.members ? [{ params, after }] : [];
  });
  if (!movesNobody.has(type.type)) expect(moving.length).toBeGreaterThan(0);
  return moving
    .filter(({ after }) => after.zh === before.zh || after.en === before.en)
    .map(({ params, after }) => `${JSON.stringify(params)}: ${after.zh}`);
}

/** Without parameters, with one that gives something, or with one that there is only one choice for here. */
const movesNobody: ReadonlySet<string> = new Set([
  ...['allMembers', 'allOf', 'anyOf', 'minus', 'segmentOutput'],
  ...['tagValue', 'layer', 'fallbackLayer'],
  ...['segment', 'list'],
]);

describe.each(nodeTypes.map((type) => [type.type, type] as const))('%s', (_, type) => {
  const catalogue = { ...shop, segments: { [shanghai.key]: shanghai } };
  const environment = shopEnvironment({ catalogue, bounds: new Map([['/it', bound]]) });

  test.each(type.examples.map((example) => [example]))('has no silent parameter: %j', (example) => {
    expect(silentChanges(type, example, environment)).toEqual([]);
  });
});

test.each(templates.map(({ id, graph }) => [id, graph] as const))(
  'the template %s has no silent parameter',
  (_, { nodes }) => {
    for (const { type, params } of nodes) {
      const known = findNodeType(type);
      if (!known) throw new Error(`no node ${type}`);
      expect(silentChanges(known, params, demoEnvironment)).toEqual([]);
    }
  },
);
