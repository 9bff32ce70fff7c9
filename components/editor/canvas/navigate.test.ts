import { describe, expect, it } from 'vitest';
import type { Graph } from '@/rules-engine/index';
import { type Arrow, navigate, type Spot } from './navigate';

const graph: Graph = {
  kind: 'tag',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    { id: 'ask', type: 'condition', position: { x: 300, y: 0 }, params: {} },
    { id: 'yes', type: 'tagValue', position: { x: 600, y: 0 }, params: {} },
    { id: 'no', type: 'tagValue', position: { x: 600, y: 200 }, params: {} },
  ],
  edges: [
    { id: 'e1', source: 'all', sourcePort: 'out', target: 'ask', targetPort: 'in' },
    { id: 'e2', source: 'ask', sourcePort: 'matched', target: 'yes', targetPort: 'in' },
    { id: 'e3', source: 'ask', sourcePort: 'notMatched', target: 'no', targetPort: 'in' },
  ],
};
const rects = new Map(graph.nodes.map((node) => [node.id, { ...node.position, width: 240, height: 120 }]));

const walk = (start: string, ...arrows: Arrow[]) =>
  arrows.reduce<Spot | null>((at, arrow) => at && navigate(graph, rects, at, arrow), {
    node: start,
    port: null,
  });
const told = (spot: Spot | null) => spot && (spot.port ? `${spot.node}.${spot.port.id}` : spot.node);

describe('arrow keys on the canvas', () => {
  it('follow the flow over ports to the next card, and back', () => {
    expect(told(walk('all', 'ArrowRight'))).toBe('all.out');
    expect(told(walk('all', 'ArrowRight', 'ArrowRight'))).toBe('ask');
    expect(told(walk('ask', 'ArrowRight', 'ArrowDown', 'ArrowRight'))).toBe('no');
    expect(told(walk('no', 'ArrowLeft'))).toBe('ask.notMatched');
    expect(told(walk('no', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'))).toBe('all.out');
  });

  it('go through the ports of a card, and up to the card itself', () => {
    expect(told(walk('ask', 'ArrowRight', 'ArrowUp'))).toBe('ask.in');
    expect(told(walk('ask', 'ArrowRight', 'ArrowUp', 'ArrowUp'))).toBe('ask');
    expect(told(walk('ask', 'ArrowRight', 'ArrowDown', 'ArrowDown'))).toBeNull();
  });

  it('go from card to card, the nearer first', () => {
    expect(told(walk('yes', 'ArrowDown'))).toBe('no');
    expect(told(walk('no', 'ArrowUp'))).toBe('yes');
    expect(told(walk('yes', 'ArrowUp'))).toBeNull();
  });

  it('stop where there is nothing', () => {
    expect(walk('all', 'ArrowLeft')).toBeNull();
    expect(walk('yes', 'ArrowRight')).toBeNull();
    expect(walk('gone', 'ArrowRight')).toBeNull();
  });
});
