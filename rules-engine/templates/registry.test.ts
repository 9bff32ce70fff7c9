import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { keySchema } from '@/lib/contracts/catalogue';
import { folderSchema } from '@/lib/contracts/definitions';
import { demoEnvironment, demoShares } from '@/lib/setup/testing/demo-population';
import { compileGraph } from '../compile/compile-graph';
import { emitGraph } from '../compile/json-logic/emit-graph';
import { graph as graphSchema } from '../graph/graph';
import { layersOf } from '../nodes/layer-params';
import { graphSentence, plainSentence } from '../sentence/graph-sentence';
import { templates } from './registry';

const folder = fileURLToPath(new URL('.', import.meta.url));
const declared = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/: Template = \{\s*id: '([\w-]+)'/)?.[1])
  .filter((id) => id !== undefined);

describe('the registry of templates', () => {
  test('has every file of the folder that declares one, once', () => {
    expect(templates.map(({ id }) => id).sort()).toEqual([...declared].sort());
    expect(templates.length).toBe(21);
    expect(new Set(templates.map(({ key }) => key)).size).toBe(templates.length);
  });
});

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const compiled = compileGraph(template.graph, demoEnvironment);

  test('is a whole graph without a problem, and small enough to be published', () => {
    expect(graphSchema.parse(template.graph)).toEqual(template.graph);
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.executable).toBe(true);
    expect(emitGraph(compiled).ok).toBe(true);
  });

  test('has words in both languages and a name that can be kept', () => {
    const { label, about, folder: place, key } = template;
    for (const text of [label, about, place]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(keySchema.safeParse(key).success).toBe(true);
    expect(folderSchema.safeParse(place.zh).success && folderSchema.safeParse(place.en).success).toBe(true);
    const sentence = plainSentence(graphSentence(template.graph, compiled));
    expect(sentence.zh.length).toBeGreaterThan(4);
    expect(sentence.en.length).toBeGreaterThan(4);
  });

  test('says of every layer what is done with its members, in both languages', () => {
    const layers = layersOf(template.graph);
    const notes = template.notes ?? {};
    expect(Object.keys(notes).sort()).toEqual(layers.map(({ node }) => node).sort());
    for (const { strategy, benefits } of Object.values(notes)) {
      for (const text of [strategy, ...(benefits ? [benefits] : [])]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
    }
    expect(new Set(layers.map(({ color }) => color)).size).toBe(layers.length);
  });

  test('is drawn from left to right without overlaps', () => {
    const at = new Map(template.graph.nodes.map(({ id, position }) => [id, position]));
    for (const { source, target } of template.graph.edges)
      expect(at.get(target)?.x).toBeGreaterThan(at.get(source)?.x ?? 0);
    expect(new Set([...at.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(at.size);
  });

  test('gives each of its values to some of the demo’s members, and none to all', () => {
    const shares = demoShares(compiled.outputs.map(({ predicate }) => predicate));
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.005);
      expect(share).toBeLessThan(0.95);
    }
  });
});
