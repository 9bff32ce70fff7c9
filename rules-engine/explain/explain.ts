import type { CompiledGraph, CompiledNodeInfo } from '../compile/compile-graph';
import { compilePredicates } from '../evaluate/closure';
import type { MemberData } from '../evaluate/document';
import { type Graph, type PortKey, portKey } from '../graph/graph';
import type { Text } from '../text';
import { type ExplainedRow, explainRow } from './explain-row';

export interface ExplainedNode {
  node: string;
  /** Whether the member arrives here; a source everybody comes to. */
  reached: boolean;
  /** By input port: whether the member comes in by it. */
  inputs: Readonly<Record<string, boolean>>;
  /** By output port: whether the member leaves by it. */
  ports: Readonly<Record<string, boolean>>;
  rows: readonly ExplainedRow[];
}

/** Why a member gets what it gets. */
export interface Explanation {
  /** What the graph gives this member; null for nothing, and while the graph isn't executable. */
  output: { node: string; value: string; label: Text } | null;
  /** In the order of evaluation; a port that couldn't be compiled is missing. */
  nodes: readonly ExplainedNode[];
  /** Ids of the edges that the member goes along. */
  edges: readonly string[];
}

/** Explains one member on a compiled graph. `mask` hides personal values, and how far off they are. */
export function explainMember(
  graph: Graph,
  compiled: CompiledGraph,
  data: MemberData,
  { mask }: { mask: boolean },
): Explanation {
  const at = membership(compiled, data);
  const given = compiled.outputs.find(({ node }) => at.get(portKey(node, 'value')));
  const edges = graph.edges.filter(({ source, sourcePort }) => at.get(portKey(source, sourcePort)));
  return {
    output: given ? { node: given.node, value: given.value, label: given.label } : null,
    nodes: compiled.nodes.map((info) => explainNode(info, compiled, at, data, mask)),
    edges: edges.map(({ id }) => id),
  };
}

/** By port, whether the member is there: all ports in one pass over the member's events. */
function membership({ ports }: CompiledGraph, data: MemberData): ReadonlyMap<PortKey, boolean> {
  const results = compilePredicates([...ports.values()])(data);
  return new Map([...ports.keys()].map((key, i) => [key, results[i] ?? false]));
}

function explainNode(
  { id, inputs, outputs }: CompiledNodeInfo,
  { rows }: CompiledGraph,
  at: ReadonlyMap<PortKey, boolean>,
  data: MemberData,
  mask: boolean,
): ExplainedNode {
  const incoming = known(id, inputs, at);
  return {
    node: id,
    reached: inputs.length === 0 || Object.values(incoming).includes(true),
    inputs: incoming,
    ports: known(id, outputs, at),
    rows: rows.filter(({ node }) => node === id).map((row) => explainRow(row, data, mask)),
  };
}

function known(
  node: string,
  ports: readonly string[],
  at: ReadonlyMap<PortKey, boolean>,
): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    ports.flatMap((port) => {
      const there = at.get(portKey(node, port));
      return there === undefined ? [] : [[port, there]];
    }),
  );
}
