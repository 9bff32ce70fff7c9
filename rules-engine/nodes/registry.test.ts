import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledGraph } from '../compile/compile-graph';
import { compileGraph } from '../compile/compile-graph';
import { evaluate } from '../evaluate/reference';
import type { Graph } from '../graph/graph';
import { hostileMember } from '../testing/arbitrary-member';
import { shanghai, shop, shopEnvironment } from '../testing/shop';
import type { NodeType } from './node';
import { nodeTypes } from './registry';

const folder = fileURLToPath(new URL('.', import.meta.url));
const declared = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/= defineNode\(\{\s*type: '(\w+)'/)?.[1])
  .filter((type) => type !== undefined);

const catalogue = { ...shop, segments: { [shanghai.key]: shanghai } };
const environment = shopEnvironment({ catalogue, bounds: new Map([['/it', { value: 500, ord: 3 }]]) });

/** The node alone, with all members at its first input and those of a segment at the others. */
function around(type: NodeType, params: unknown): CompiledGraph {
  const inputs = type.inputs(asRecord(params));
  const graph: Graph = {
    kind: type.kinds[0] ?? 'segment',
    schemaVersion: 1,
    nodes: [
      { id: 'everyone', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
      { id: 'some', type: 'segment', position: { x: 0, y: 0 }, params: { key: shanghai.key } },
      { id: 'it', type: type.type, position: { x: 0, y: 0 }, params: asRecord(params) },
    ],
    edges: inputs.map(({ id }, i) => ({
      id: `e${i}`,
      source: i === 0 ? 'everyone' : 'some',
      sourcePort: 'out',
      target: 'it',
      targetPort: id,
    })),
  };
  return compileGraph(graph, environment);
}

function asRecord(params: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params ?? {}));
}

describe('the registry of nodes', () => {
  test('has every file of the folder that declares one', () => {
    expect(nodeTypes.map(({ type }) => type).sort()).toEqual([...declared].sort());
  });

  test('has each type once', () => {
    expect(new Set(nodeTypes.map(({ type }) => type)).size).toBe(nodeTypes.length);
  });
});

describe.each(nodeTypes.map((type) => [type.type, type] as const))('%s', (_, type) => {
  const ports = [...type.inputs(type.initial), ...type.outputs(type.initial)];

  test('speaks both languages', () => {
    const texts = [
      type.label,
      type.help,
      ...type.form.map(({ label }) => label),
      ...ports.map(({ label }) => label),
    ];
    for (const { zh, en } of texts) {
      expect(zh.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
    }
    expect(type.help.zh).toMatch(/\p{Script=Han}/u);
  });

  test('has ports that are told apart', () => {
    const params = [type.initial, ...type.examples.map(asRecord)];
    for (const each of params) {
      const ids = [...type.inputs(each), ...type.outputs(each)].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('asks in its form for parameters that it has', () => {
    const names = new Set(type.examples.flatMap((example) => Object.keys(asRecord(example))));
    for (const { param } of type.form) expect([...names]).toContain(param);
  });

  test('compiles its examples', () => {
    expect(type.examples.length).toBeGreaterThan(0);
    for (const example of type.examples) {
      const compiled = around(type, example);
      expect(
        compiled.diagnostics.filter(({ code }) => code !== 'no-output' && code !== 'no-fallback'),
      ).toEqual([]);
      expect(compiled.needs).toEqual([]);
      const [info] = compiled.nodes.filter(({ id }) => id === 'it');
      expect(info?.summary?.zh).toBeTruthy();
      expect(info?.summary?.en).toBeTruthy();
      for (const { id } of type.outputs(asRecord(example))) {
        expect(compiled.ports.has(`it.${id}`)).toBe(true);
        const phrase = info?.phrases[id];
        expect(Boolean(phrase) || type.describe !== undefined || type.type === 'allMembers').toBe(true);
      }
    }
  });
});

describe.each(nodeTypes.filter(({ parts }) => parts).map((type) => [type.type, type] as const))(
  '%s parts its members',
  (_, type) => {
    test.each(type.examples.map((example) => [example]))('%j', (example) => {
      const compiled = around(type, example);
      const outputs = type.outputs(asRecord(example)).map(({ id }) => compiled.ports.get(`it.${id}`));
      fc.assert(
        fc.property(hostileMember({ catalogue }), fc.nat(20_000), fc.nat(6), (data, bucket, ord) => {
          const member = { ...data, member: { ...data.member, bucket, ord } };
          const at = outputs.filter((port) => port !== undefined && evaluate(port, member));
          expect(at.length).toBe(1);
        }),
        { numRuns: 300 },
      );
    });
  },
);
