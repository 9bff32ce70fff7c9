import type { Graph, GraphEdge, GraphNode } from '@/rules-engine/index';
import { edgeKey } from './difference';
import { sameValue } from './same-value';

export interface Merge {
  graph: Graph;
  /** Nodes that both sides changed, each in its own way: `mine` went into the graph. */
  clashes: readonly { id: string; mine: GraphNode | null; theirs: GraphNode | null }[];
}

/**
 * Brings together what two sides made of one drawing: what only one of them touched is as that one left it. A node that
 * both touched differently is a clash, and is as I left it. Edges whose node went away go too.
 */
export function merge(base: Graph, mine: Graph, theirs: Graph): Merge {
  const clashes: Merge['clashes'][number][] = [];
  const [inBase, inMine, inTheirs] = [byId(base.nodes), byId(mine.nodes), byId(theirs.nodes)];

  const resolved = new Map<string, GraphNode>();
  for (const id of new Set([...inBase.keys(), ...inMine.keys(), ...inTheirs.keys()])) {
    const [before, here, there] = [inBase.get(id), inMine.get(id), inTheirs.get(id)];
    const choice = choose(before, here, there);
    if (choice.clash) clashes.push({ id, mine: here ?? null, theirs: there ?? null });
    if (choice.node) resolved.set(id, choice.node);
  }

  const order = sameValue(ids(base), ids(mine)) ? [theirs, mine] : [mine, theirs];
  const sorted = new Map(
    order.flatMap((graph) => graph.nodes).map((node) => [node.id, resolved.get(node.id)]),
  );
  const nodes = [...sorted.values()].filter((node) => node !== undefined);
  return { graph: { ...mine, nodes, edges: mergeEdges(base, mine, theirs, resolved) }, clashes };
}

type Choice = { node: GraphNode | undefined; clash: boolean };

function choose(
  before: GraphNode | undefined,
  here: GraphNode | undefined,
  there: GraphNode | undefined,
): Choice {
  if (sameValue(before, there)) return { node: here, clash: false };
  if (sameValue(before, here) || sameValue(here, there)) return { node: there, clash: false };
  // A place on the canvas isn't worth a question: the side that changed the rule wins, else I do.
  if (here && there && before) {
    const iOnlyMoved = sameValue({ ...here, position: before.position }, before);
    const theyOnlyMoved = sameValue({ ...there, position: before.position }, before);
    if (iOnlyMoved || theyOnlyMoved)
      return { node: iOnlyMoved && !theyOnlyMoved ? there : here, clash: false };
  }
  return { node: here, clash: true };
}

function mergeEdges(
  base: Graph,
  mine: Graph,
  theirs: Graph,
  nodes: ReadonlyMap<string, GraphNode>,
): GraphEdge[] {
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map(
    ({ edges }) => new Map(edges.map((edge) => [edgeKey(edge), edge])),
  );
  const kept = new Map<string, GraphEdge>();
  for (const [key, edge] of [...(inMine ?? []), ...(inTheirs ?? [])]) {
    const removed = inBase?.has(key) && !(inMine?.has(key) && inTheirs?.has(key));
    if (!removed && !kept.has(key) && nodes.has(edge.source) && nodes.has(edge.target)) kept.set(key, edge);
  }
  const taken = new Set<string>();
  return [...kept.values()].map((edge) => {
    const id = taken.has(edge.id) ? `${edge.id.slice(0, 60)}-${taken.size}` : edge.id;
    taken.add(id);
    return id === edge.id ? edge : { ...edge, id };
  });
}

function byId(nodes: readonly GraphNode[]): Map<string, GraphNode> {
  return new Map(nodes.map((node) => [node.id, node]));
}

function ids(graph: Graph): string[] {
  return graph.nodes.map((node) => node.id);
}
