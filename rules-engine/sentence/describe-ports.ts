import type { CompiledGraph } from '../compile/compile-graph';
import { type Graph, type GraphNode, type PortKey, portKey } from '../graph/graph';
import type { NodeType } from '../nodes/node';
import { findNodeType } from '../nodes/registry';
import { type Description, everyone, inAll, inAny, lengthOf } from './description';

/** A description longer than this refers to the node instead: nobody reads on, and drawings that fork and join double. */
const longest = 60;

/** What the members at every port are in words: output ports, and input ports that have edges. */
export function describePorts(graph: Graph, compiled: CompiledGraph): ReadonlyMap<PortKey, Description> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const described = new Map<PortKey, Description>();
  for (const info of compiled.nodes) {
    const node = nodes.get(info.id);
    const type = node && findNodeType(node.type);
    if (!node || !type) continue;
    const inputs: Record<string, Description> = {};
    for (const port of info.inputs) {
      const incoming = graph.edges
        .filter((edge) => edge.target === node.id && edge.targetPort === port)
        .map((edge) => described.get(portKey(edge.source, edge.sourcePort)))
        .filter((set) => set !== undefined);
      if (incoming.length === 0) continue;
      inputs[port] = inAny(incoming);
      described.set(portKey(node.id, port), inputs[port]);
    }
    for (const port of info.outputs) {
      const set = describeOutput(node, type, port, inputs, info);
      described.set(portKey(node.id, port), lengthOf(set) > longest ? reference(node, type, port) : set);
    }
  }
  return described;
}

function describeOutput(
  node: GraphNode,
  type: NodeType,
  port: string,
  inputs: Readonly<Record<string, Description>>,
  { phrases, outputs, summary }: CompiledGraph['nodes'][number],
): Description {
  if (type.describe) return type.describe(inputs);
  const incoming = Object.values(inputs);
  const phrase = phrases[port];
  if (phrase) {
    const { text, joined, rest = false } = phrase;
    const among = type.parts ? outputs.length : null;
    return inAll([...incoming, { kind: 'clause', text, joined, node: node.id, port, rest, among }]);
  }
  if (summary === null) return inAll([...incoming, unfinished(node, type, port)]);
  return incoming.length === 0 ? everyone : inAll(incoming);
}

function unfinished(node: GraphNode, type: NodeType, port: string): Description {
  const { zh, en } = nameOf(node, type);
  const text = { zh: `“${zh}”（还没填好）`, en: `“${en}” (not filled in yet)` };
  return { kind: 'clause', text, joined: null, node: node.id, port, rest: false, among: null };
}

function reference(node: GraphNode, type: NodeType, port: string): Description {
  const { zh, en } = nameOf(node, type);
  const label = type.outputs(node.params).find(({ id }) => id === port)?.label ?? { zh: port, en: port };
  const text = { zh: `来自“${zh}”的“${label.zh}”`, en: `from “${label.en}” of “${en}”` };
  return { kind: 'clause', text, joined: null, node: node.id, port, rest: false, among: null };
}

function nameOf(node: GraphNode, type: NodeType): { zh: string; en: string } {
  return node.name ? { zh: node.name, en: node.name } : type.label;
}
