import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { demoEnvironment, demoShares } from '@/lib/setup/testing/demo-population';
import { compileGraph } from '../compile/compile-graph';
import { nodeTypes } from '../nodes/registry';
import type { SubjectType } from '../operators/operator';
import { operators } from '../operators/registry';
import { exampleSubject } from '../testing/operator-cases';
import { shopClock } from '../testing/shop';
import { eventWindow, units } from '../time/window';
import { aggregateFunctions, rowsPerGroup, subject } from './condition';
import { graphLimits, graph as graphSchema, schemaVersion } from './graph';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const section = readme.split(/^## /m).find((text) => text.startsWith('The graph format\n')) ?? '';

/** Cells of the table row that begins with this name in code. */
function rowOf(name: string): string[] {
  const line = section.split('\n').find((text) => text.startsWith(`| \`${name}\` |`)) ?? '';
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const coded = (text: string) => `\`${text}\``;
const parameters = z.object({ properties: z.record(z.string(), z.unknown()) });

test('the README has the section', () => {
  expect(section).not.toBe('');
});

describe('nodes', () => {
  test.each(nodeTypes.map((type) => [type.type, type] as const))('%s', (name, type) => {
    const [, params = '', inputs = '', outputs = ''] = rowOf(name);
    const schema = parameters.parse(z.toJSONSchema(type.schema, { io: 'input', unrepresentable: 'any' }));
    for (const param of Object.keys(schema.properties)) expect(params).toContain(coded(param));
    for (const { id } of type.inputs(type.initial)) expect(inputs).toContain(coded(id));
    for (const { id } of type.outputs(type.initial)) expect(outputs).toContain(coded(id));
    expect(params.includes('Parts.')).toBe(type.parts === true);
  });

  test('has no type that isn’t one', () => {
    const table = section.split('### Rows')[0] ?? '';
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, type]) => type);
    expect(named).toEqual(nodeTypes.map(({ type }) => type));
  });
});

describe('operators', () => {
  test.each(operators.map((operator) => [operator.id, operator] as const))('%s', (id, operator) => {
    const [, types = '', value = '', meaning = ''] = rowOf(id);
    expect(types.split(', ')).toEqual(operator.subjects);
    expect(meaning).not.toBe('');
    const example: unknown = value === 'none' ? undefined : JSON.parse(value.replaceAll('`', ''));
    const fitting: readonly SubjectType[] =
      typeof example === 'number' ? ['number', 'date'] : ['text', ...operator.subjects];
    const type = operator.subjects.find((each) => fitting.includes(each)) ?? 'text';
    expect(operator.bind(example, exampleSubject(type, shopClock))).toMatchObject({ ok: true });
  });

  test('stand in the order of the picker', () => {
    const named = [...(section.split('| operator |')[1] ?? '').matchAll(/^\| `(\w+)` \|/gm)].map(
      ([, id]) => id,
    );
    expect(named).toEqual(operators.map(({ id }) => id));
  });
});

test('subjects, functions, windows, units and limits', () => {
  for (const { shape } of subject.options)
    expect(section).toContain(`"kind": "${[...shape.kind.values][0]}"`);
  for (const { shape } of eventWindow.options)
    expect(section).toContain(`{ "kind": "${[...shape.kind.values][0]}"`);
  for (const name of [...aggregateFunctions, ...units]) expect(section).toContain(coded(name));
  const { nodes, edges, bytes, depth } = graphLimits;
  expect(section).toContain(
    `${nodes} nodes, ${edges.toLocaleString('en')} edges, ${bytes / 1024} KB, ${depth} levels`,
  );
  expect(section).toContain(`1 to ${rowsPerGroup} rows`);
  expect(section).toContain(`"schemaVersion": ${schemaVersion}`);
});

test('the example counts on the demo data', () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(section) ?? [];
  const compiled = compileGraph(graphSchema.parse(JSON.parse(json)), demoEnvironment);
  expect(compiled.diagnostics).toEqual([]);
  expect(compiled.executable).toBe(true);
  for (const share of demoShares(compiled.outputs.map(({ predicate }) => predicate)))
    expect(share).toBeGreaterThan(0.01);
});
