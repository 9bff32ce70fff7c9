import type { CompiledGraph, CompiledNodeInfo } from '../compile/compile-graph';
import { compilePredicates } from '../evaluate/closure';
import type { MemberData } from '../evaluate/document';
import { gapBetween } from '../evaluate/trace';
import { type Graph, type PortKey, portKey } from '../graph/graph';
import type { Text } from '../text';
import { type ExplainedRow, explainRow } from './explain-row';
import { type MissingTest, missingFor } from './missing';

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

/** A condition that has to turn out otherwise: to hold, or where it isn't `wanted`, to stop holding. */
export interface MissingStep {
  /** Null for what isn't a condition row, such as the bound of a top N. */
  node: string | null;
  row: ExplainedRow | null;
  wanted: boolean;
}

/** What a member lacks for an output that wins over its own. */
export interface Distance {
  node: string;
  value: string;
  label: Text;
  /** The fewest steps that lead there; null where nothing does. */
  missing: readonly MissingStep[] | null;
}

/** Why a member gets what it gets. */
export interface Explanation {
  /** What the graph gives this member; null for nothing, and while the graph isn't executable. */
  output: { node: string; value: string; label: Text } | null;
  /** In the order of evaluation; a port that couldn't be compiled is missing. */
  nodes: readonly ExplainedNode[];
  /** Ids of the edges that the member goes along. */
  edges: readonly string[];
  /** For each output that wins over what the member gets, or for each where it gets nothing: the nearest first. */
  above: readonly Distance[];
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
    above: distances(compiled, given?.node ?? null, data, mask),
  };
}

function distances(
  compiled: CompiledGraph,
  given: string | null,
  data: MemberData,
  mask: boolean,
): Distance[] {
  const place = compiled.outputs.findIndex(({ node }) => node === given);
  const above = place < 0 ? compiled.outputs : compiled.outputs.slice(0, place);
  return [...above].reverse().map(({ node, value, label, members }) => {
    const missing = missingFor(members, compiled, data);
    return { node, value, label, missing: missing?.map((test) => toStep(test, data, mask)) ?? null };
  });
}

function toStep({ row, wanted }: MissingTest, data: MemberData, mask: boolean): MissingStep {
  if (!row) return { node: null, row: null, wanted };
  const explained = explainRow(row, data, mask);
  if (wanted) return { node: row.node, row: explained, wanted };
  const over = explained.masked ? null : gapBetween(row.predicate, data, false, row);
  return { node: row.node, row: { ...explained, short: over?.by ?? null }, wanted };
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
