import { findNodeType, type Graph, type GraphNode } from '@/rules-engine/index';
import { isOutput } from './ports';

/** The outputs among which the first that fits wins, in their order. What takes the rest has no place in it. */
export function orderedOutputs(graph: Graph): GraphNode[] {
  return graph.nodes.filter((node) => isOutput(node) && !takesRest(node));
}

/** Those that take whom no other output takes, wherever they stand. */
export function restOutputs(graph: Graph): GraphNode[] {
  return graph.nodes.filter((node) => isOutput(node) && takesRest(node));
}

function takesRest({ type }: GraphNode): boolean {
  return findNodeType(type)?.takesRest === true;
}

/** Where in the document an output goes that is put before or after another one; null where that is where it is. */
export function placeBeside(
  graph: Graph,
  moved: string,
  target: string,
  side: 'before' | 'after',
): number | null {
  if (moved === target) return null;
  const order = orderedOutputs(graph).map(({ id }) => id);
  const without = order.filter((id) => id !== moved);
  const at = without.indexOf(target);
  if (at < 0 || !order.includes(moved)) return null;
  const place = side === 'before' ? at : at + 1;
  if (order.indexOf(moved) === place) return null;
  const rest = graph.nodes.filter(({ id }) => id !== moved);
  return rest.findIndex(({ id }) => id === target) + (side === 'before' ? 0 : 1);
}
