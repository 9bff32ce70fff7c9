import type { Graph } from '@/rules-engine/index';
import { findNode, inputsOf, outputsOf } from '../edits/ports';

/** A line of the outline. */
export interface OutlineItem {
  /** Unique in the outline: a node that several ports feed stands at each of them. */
  key: string;
  /** `node`; `port`: an output port with what it feeds; `again`: a node whose own branch stands further up. */
  kind: 'node' | 'port' | 'again';
  node: string;
  port: string | null;
  /** The input port by which the branch comes in, where a node has several. */
  into: string | null;
  children: OutlineItem[];
}

/** The drawing as a tree. Every node is there; one on a circle or without a source begins a branch of its own. */
export function outlineOf(graph: Graph): OutlineItem[] {
  const told = new Set<string>();

  const nodeItem = (id: string, key: string, into: string | null): OutlineItem => {
    const isAgain = told.has(id);
    told.add(id);
    const node = findNode(graph, id);
    const ports = isAgain || !node ? [] : outputsOf(node);
    return {
      key,
      kind: isAgain ? 'again' : 'node',
      node: id,
      port: null,
      into,
      children: ports.map((port) => portItem(id, port.id, `${key}/${port.id}`)),
    };
  };

  const portItem = (id: string, port: string, key: string): OutlineItem => ({
    key,
    kind: 'port',
    node: id,
    port,
    into: null,
    children: graph.edges
      .filter((edge) => edge.source === id && edge.sourcePort === port && findNode(graph, edge.target))
      .map((edge) => {
        const target = findNode(graph, edge.target);
        const several = target !== undefined && inputsOf(target).length > 1;
        return nodeItem(edge.target, `${key}/${edge.id}`, several ? edge.targetPort : null);
      }),
  });

  const fed = new Set(graph.edges.map((edge) => edge.target));
  const roots = graph.nodes.filter((node) => !fed.has(node.id)).map(({ id }) => nodeItem(id, id, null));
  const rest = graph.nodes.flatMap(({ id }) => (told.has(id) ? [] : [nodeItem(id, id, null)]));
  return [...roots, ...rest];
}
