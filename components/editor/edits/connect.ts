import type { Graph, GraphEdge } from '@/rules-engine/index';
import type { Command } from '../document/command';
import { newId } from './new-id';
import { type PortRef, takenIds } from './ports';

export function makeEdge(from: PortRef, to: PortRef, taken: ReadonlySet<string>): GraphEdge {
  return {
    id: newId('e', taken),
    source: from.node,
    sourcePort: from.port,
    target: to.node,
    targetPort: to.port,
  };
}

export function connect(graph: Graph, from: PortRef, to: PortRef): Command[] {
  return [{ do: 'add', nodes: [], edges: [makeEdge(from, to, takenIds(graph))] }];
}

/** Attaches an edge to other ports. */
export function reconnect(graph: Graph, edge: string, from: PortRef, to: PortRef): Command[] {
  return [{ do: 'remove', nodes: [], edges: [edge] }, ...connect(graph, from, to)];
}
