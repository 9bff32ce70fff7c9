import type { Graph, Text } from '@/rules-engine/index';
import { findNode, inputsOf, outputsOf, type PortRef } from './ports';

/** Why an output port can't be connected to an input port; null when it can. */
export function refusal(graph: Graph, from: PortRef, to: PortRef): Text | null {
  const source = findNode(graph, from.node);
  const target = findNode(graph, to.node);
  const hasPorts =
    source &&
    target &&
    outputsOf(source).some(({ id }) => id === from.port) &&
    inputsOf(target).some(({ id }) => id === to.port);
  if (!hasPorts) return reasons.noPort;
  if (source === target) return reasons.itself;
  const isDrawn = graph.edges.some(
    (edge) =>
      edge.source === from.node &&
      edge.sourcePort === from.port &&
      edge.target === to.node &&
      edge.targetPort === to.port,
  );
  if (isDrawn) return reasons.drawn;
  return leadsTo(graph, to.node, from.node) ? reasons.circle : null;
}

const reasons = {
  noPort: { zh: '这里不能接线。', en: 'Nothing can be connected here.' },
  itself: { zh: '节点不能连到自己。', en: 'A node can’t be connected to itself.' },
  drawn: { zh: '这两个端口已经连上了。', en: 'These two ports are connected already.' },
  circle: { zh: '这样会绕成一个圈。', en: 'This would make a circle.' },
} satisfies Record<string, Text>;

function leadsTo(graph: Graph, start: string, goal: string): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const edge of graph.edges) if (edge.source === at) open.push(edge.target);
  }
  return false;
}
