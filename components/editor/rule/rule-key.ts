import type { Graph } from '@/rules-engine/index';

/** What decides about the members, as one text: two drawings with the same key select the same, wherever cards lie. */
export function ruleKey(graph: Graph): string {
  const nodes = graph.nodes.map(({ id, type, params }) => ({ id, type, params }));
  const edges = graph.edges.map(({ source, sourcePort, target, targetPort }) => [
    source,
    sourcePort,
    target,
    targetPort,
  ]);
  return JSON.stringify([graph.kind, nodes, edges]);
}
