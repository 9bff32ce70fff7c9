import type { Graph, GraphEdge, GraphNode } from '@/rules-engine/index';
import { sameValue } from './same-value';

/** What one drawing has that another one hadn't. Moving alone is no change of the rule, so it is told apart. */
export interface Difference {
  added: readonly GraphNode[];
  removed: readonly GraphNode[];
  changed: readonly { before: GraphNode; after: GraphNode }[];
  moved: readonly GraphNode[];
  connected: readonly GraphEdge[];
  disconnected: readonly GraphEdge[];
  /** The order of the nodes differs: with several outputs that fit, the first one wins. */
  reordered: boolean;
}

export function difference(before: Graph, after: Graph): Difference {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const changed: { before: GraphNode; after: GraphNode }[] = [];
  const moved: GraphNode[] = [];
  for (const node of after.nodes) {
    const earlier = old.get(node.id);
    if (!earlier || sameValue(earlier, node)) continue;
    if (sameValue({ ...earlier, position: node.position }, node)) moved.push(node);
    else changed.push({ before: earlier, after: node });
  }
  const oldEdges = new Set(before.edges.map(edgeKey));
  const nowEdges = new Set(after.edges.map(edgeKey));
  const kept = (graph: Graph, other: ReadonlyMap<string, GraphNode>) =>
    graph.nodes.filter((node) => other.has(node.id)).map((node) => node.id);
  return {
    added: after.nodes.filter((node) => !old.has(node.id)),
    removed: before.nodes.filter((node) => !now.has(node.id)),
    changed,
    moved,
    connected: after.edges.filter((edge) => !oldEdges.has(edgeKey(edge))),
    disconnected: before.edges.filter((edge) => !nowEdges.has(edgeKey(edge))),
    reordered: !sameValue(kept(before, now), kept(after, old)),
  };
}

/** Nothing differs, not even a position. */
export function isEmpty(found: Difference): boolean {
  return !found.reordered && lists(found).every((list) => list.length === 0);
}

function lists({ added, removed, changed, moved, connected, disconnected }: Difference) {
  return [added, removed, changed, moved, connected, disconnected];
}

/** What an edge connects; its id says nothing to an operator. */
export function edgeKey({ source, sourcePort, target, targetPort }: GraphEdge): string {
  return `${source}.${sourcePort}→${target}.${targetPort}`;
}
