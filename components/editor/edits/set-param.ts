import type { Graph } from '@/rules-engine/index';
import type { Command, ParamPath } from '../document/command';
import { writeParam } from '../document/write-param';
import { findNode, inputsOf, outputsOf } from './ports';

/**
 * Sets a parameter. Where the ports of a node follow from its parameters, edges of ports that go away go with them, in
 * the same step.
 */
export function setParam(graph: Graph, id: string, path: ParamPath, value: unknown): Command[] {
  const set: Command = { do: 'setParam', node: id, path, value };
  const node = findNode(graph, id);
  if (!node) return [];
  const params = structuredClone(node.params);
  writeParam(params, path, value);
  const changed = { ...node, params };
  const inputs = new Set(inputsOf(changed).map((port) => port.id));
  const outputs = new Set(outputsOf(changed).map((port) => port.id));
  const loose = graph.edges.filter(
    (edge) =>
      (edge.target === id && !inputs.has(edge.targetPort)) ||
      (edge.source === id && !outputs.has(edge.sourcePort)),
  );
  return loose.length > 0 ? [set, { do: 'remove', nodes: [], edges: loose.map((edge) => edge.id) }] : [set];
}

/** Names what is worked on, so that typing is one step of undo. */
export function paramTarget(id: string, path: ParamPath): string {
  return `param:${id}:${path.join('.')}`;
}
