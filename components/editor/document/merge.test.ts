import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '@/rules-engine/index';
import { difference, isEmpty } from './difference';
import { openJournal, replay } from './journal';
import { merge } from './merge';
import { preferTheirs } from './prefer-theirs';
import { arbitraryGraph, arbitraryStep } from './testing/arbitrary-steps';

const edits = fc.array(arbitraryStep, { maxLength: 6 });
const edited = (graph: Graph, steps: Parameters<typeof replay>[1]) => replay(openJournal(graph), steps).graph;
/** Edges as drawn, without duplicates or loose ends: what editing leaves behind. */
const clean = arbitraryGraph.map((graph) =>
  edited({ ...graph, edges: [], nodes: [] }, [
    { step: 'do', commands: [{ do: 'add', nodes: graph.nodes, edges: graph.edges }], target: null },
  ]),
);

describe('bringing two sides together', () => {
  it('takes the side that changed something when the other did nothing', () => {
    fc.assert(
      fc.property(clean, edits, (base, steps) => {
        const changed = edited(base, steps.filter(notReplace));
        const mine = merge(base, changed, base);
        const theirs = merge(base, base, changed);
        expect(isEmpty(difference(changed, mine.graph))).toBe(true);
        expect(isEmpty(difference(changed, theirs.graph))).toBe(true);
        expect([...mine.clashes, ...theirs.clashes]).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('has no clash when both did the same', () => {
    fc.assert(
      fc.property(clean, edits, (base, steps) => {
        const changed = edited(base, steps.filter(notReplace));
        const { graph, clashes } = merge(base, changed, changed);
        expect(isEmpty(difference(changed, graph))).toBe(true);
        expect(clashes).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no edge without its nodes and no id twice', () => {
    fc.assert(
      fc.property(clean, edits, edits, (base, one, two) => {
        const { graph } = merge(base, edited(base, one), edited(base, two));
        const ids = new Set(graph.nodes.map((node) => node.id));
        expect(ids.size).toBe(graph.nodes.length);
        expect(new Set(graph.edges.map((edge) => edge.id)).size).toBe(graph.edges.length);
        expect(graph.edges.every((edge) => ids.has(edge.source) && ids.has(edge.target))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('clashes', () => {
  const node = { id: 'a', type: 'tagValue', position: { x: 0, y: 0 }, params: { value: 'x' } };
  const graph = (params: Record<string, unknown> | null, x = 0): Graph => ({
    kind: 'tag',
    schemaVersion: 1,
    nodes: params ? [{ ...node, position: { x, y: 0 }, params }] : [],
    edges: [],
  });

  it('are told when both changed one node, and mine is kept until somebody chooses', () => {
    const merged = merge(graph({ value: 'x' }), graph({ value: 'mine' }), graph({ value: 'theirs' }));
    expect(merged.clashes.map((clash) => clash.id)).toEqual(['a']);
    expect(merged.graph.nodes[0]?.params).toEqual({ value: 'mine' });
  });

  it('are settled for the other side where that is chosen', () => {
    const [base, mine, theirs] = [
      graph({ value: 'x' }),
      graph({ value: 'mine' }),
      graph({ value: 'theirs' }),
    ];
    const settled = merge(base, preferTheirs(mine, theirs, new Set(['a'])), theirs);
    expect(settled.clashes).toEqual([]);
    expect(settled.graph.nodes[0]?.params).toEqual({ value: 'theirs' });
    expect(preferTheirs(mine, graph(null), new Set(['a'])).nodes).toEqual([]);
    expect(preferTheirs(graph(null), theirs, new Set(['a'])).nodes).toHaveLength(1);
  });

  it('are told when one removed what the other changed', () => {
    const merged = merge(graph({ value: 'x' }), graph(null), graph({ value: 'theirs' }));
    expect(merged.clashes).toHaveLength(1);
    expect(merged.graph.nodes).toEqual([]);
  });

  it('are not made of a move on one side and an edit on the other', () => {
    const merged = merge(graph({ value: 'x' }), graph({ value: 'x' }, 40), graph({ value: 'theirs' }));
    expect(merged.clashes).toEqual([]);
    expect(merged.graph.nodes[0]?.params).toEqual({ value: 'theirs' });
  });
});

function notReplace(step: Parameters<typeof replay>[1][number]): boolean {
  return step.step !== 'do' || step.commands.every((command) => command.do !== 'replace');
}
