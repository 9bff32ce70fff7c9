import { findNodeType, type Graph, type GraphNode, type Port } from '@/rules-engine/index';

/** An end of an edge. */
export interface PortRef {
  node: string;
  port: string;
}

/** Input ports of a node as it is drawn now; none for a type that isn't known. */
export function inputsOf(node: GraphNode): readonly Port[] {
  return findNodeType(node.type)?.inputs(node.params) ?? [];
}

export function outputsOf(node: GraphNode): readonly Port[] {
  return findNodeType(node.type)?.outputs(node.params) ?? [];
}

/** Output nodes give the result: a tag's value, the segment. */
export function isOutput(node: GraphNode): boolean {
  return findNodeType(node.type)?.group === 'outputs';
}

export function findNode(graph: Graph, id: string): GraphNode | undefined {
  return graph.nodes.find((node) => node.id === id);
}

export function takenIds(graph: Graph): Set<string> {
  return new Set([...graph.nodes, ...graph.edges].map(({ id }) => id));
}
