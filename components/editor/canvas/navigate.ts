import type { Graph } from '@/rules-engine/index';
import type { Rect } from '../edits/geometry';
import { findNode, inputsOf, outputsOf } from '../edits/ports';

/** Where the keyboard is on the canvas: on a card, or on one of its ports. */
export interface Spot {
  node: string;
  port: { side: 'in' | 'out'; id: string } | null;
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * Where an arrow key leads. Right goes along the flow: from a card to its first output port, from a port over its edge
 * to the next card; left goes back. Up and down go through the ports of a card, and from card to card.
 */
export function navigate(
  graph: Graph,
  rects: ReadonlyMap<string, Rect>,
  at: Spot,
  arrow: Arrow,
): Spot | null {
  const node = findNode(graph, at.node);
  if (!node) return null;
  const ports = [
    ...inputsOf(node).map(({ id }) => ({ side: 'in' as const, id })),
    ...outputsOf(node).map(({ id }) => ({ side: 'out' as const, id })),
  ];
  const card: Spot = { node: at.node, port: null };
  const { port } = at;

  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const step = arrow === 'ArrowUp' ? -1 : 1;
    if (!port) return neighbour(graph, rects, at.node, step);
    const index = ports.findIndex(({ side, id }) => side === port.side && id === port.id) + step;
    return index < 0 ? card : ports[index] ? { ...card, port: ports[index] } : null;
  }
  if (arrow === 'ArrowRight') {
    const next = graph.edges.find(({ source, sourcePort }) => source === at.node && sourcePort === port?.id);
    if (port?.side === 'out') return next ? { node: next.target, port: null } : null;
    const first = ports.find(({ side }) => side === 'out');
    return first ? { ...card, port: first } : null;
  }
  if (port?.side === 'out') return card;
  const before = graph.edges.find(
    ({ target, targetPort }) => target === at.node && (!port || targetPort === port.id),
  );
  if (before) return { node: before.source, port: { side: 'out', id: before.sourcePort } };
  return port ? card : null;
}

/** The nearest card above or below: one in the same column before one aside. */
function neighbour(graph: Graph, rects: ReadonlyMap<string, Rect>, id: string, step: 1 | -1): Spot | null {
  const own = rects.get(id);
  if (!own) return null;
  const found = graph.nodes
    .flatMap((node) => {
      const rect = rects.get(node.id);
      const dy = rect ? (rect.y - own.y) * step : 0;
      return rect && dy > 0 ? [{ id: node.id, far: dy + 3 * Math.abs(rect.x - own.x) }] : [];
    })
    .sort((a, b) => a.far - b.far);
  const [first] = found;
  return first ? { node: first.id, port: null } : null;
}
