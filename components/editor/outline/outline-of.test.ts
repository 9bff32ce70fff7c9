import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '@/rules-engine/index';
import { arbitraryGraph } from '../document/testing/arbitrary-steps';
import { type OutlineItem, outlineOf } from './outline-of';

const at = { x: 0, y: 0 };
const drawn: Graph = {
  kind: 'segment',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: at, params: {} },
    { id: 'ask', type: 'condition', position: at, params: {} },
    { id: 'less', type: 'minus', position: at, params: {} },
    { id: 'out', type: 'segmentOutput', position: at, params: {} },
  ],
  edges: [
    { id: 'e1', source: 'all', sourcePort: 'out', target: 'ask', targetPort: 'in' },
    { id: 'e2', source: 'all', sourcePort: 'out', target: 'less', targetPort: 'from' },
    { id: 'e3', source: 'ask', sourcePort: 'matched', target: 'less', targetPort: 'without' },
    { id: 'e4', source: 'less', sourcePort: 'out', target: 'out', targetPort: 'in' },
  ],
};

const flat = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.flatMap((item) => [item, ...flat(item.children)]);

describe('the outline', () => {
  it('puts every node below the port that feeds it, and says which way in where there are several', () => {
    const lines = flat(outlineOf(drawn)).map(({ kind, node, port, into }) => [kind, node, port ?? into]);
    expect(lines).toEqual([
      ['node', 'all', null],
      ['port', 'all', 'out'],
      ['node', 'ask', null],
      ['port', 'ask', 'matched'],
      ['node', 'less', 'without'],
      ['port', 'less', 'out'],
      ['node', 'out', null],
      ['port', 'ask', 'notMatched'],
      ['again', 'less', 'from'],
    ]);
  });

  it('has every node of any drawing exactly once, and no key twice', () => {
    fc.assert(
      fc.property(arbitraryGraph, (graph) => {
        const items = flat(outlineOf(graph));
        const nodes = items.filter(({ kind }) => kind === 'node').map(({ node }) => node);
        expect([...nodes].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      }),
    );
  });
});
