import type { ExplainAnswer, ExplainNode } from '@/lib/contracts/counts';
import {
  type CompiledGraph,
  type CompiledNodeInfo,
  compilePredicates,
  type MemberData,
  portKey,
} from '@/rules-engine/index';
import { explainRow } from './explain-row';

/** A member's way through a graph, node by node in the order of evaluation; what couldn't be compiled is left out. */
export function explainNodes(compiled: CompiledGraph, data: MemberData, mayReveal: boolean): ExplainNode[] {
  const at = membership(compiled, data);
  return compiled.nodes.flatMap((info): ExplainNode[] => {
    const ports = portsOf(compiled, info, at);
    const arrives = info.inputs.map((port) => at.get(portKey(info.id, port)));
    const known = [...Object.values(ports), ...arrives.filter((here) => here !== undefined)];
    if (known.length === 0) return [];
    const rows = compiled.rows.filter(({ node }) => node === info.id);
    return [
      {
        node: info.id,
        reached: info.inputs.length > 0 ? arrives.includes(true) : Object.values(ports).includes(true),
        ports,
        rows: rows.map((row) => explainRow(row, data, mayReveal)),
      },
    ];
  });
}

/** What the graph gives the member; null for nothing, or while it isn't executable. */
export function explainOutput(compiled: CompiledGraph, data: MemberData): ExplainAnswer['output'] {
  const gives = compilePredicates(compiled.outputs.map(({ predicate }) => predicate))(data);
  const output = compiled.outputs[gives.indexOf(true)];
  return output ? { node: output.node, value: output.value, label: output.label } : null;
}

type Membership = ReadonlyMap<string, boolean>;

/** For every port whether the member is there: all in one evaluation, since ports share most of what they ask. */
function membership({ ports }: CompiledGraph, data: MemberData): Membership {
  const keys = [...ports.keys()];
  const holds = compilePredicates([...ports.values()])(data);
  return new Map(keys.map((key, i) => [key, holds[i] ?? false]));
}

/** Output ports by their id; of an output node the port `value`, true when the member really gets it. */
function portsOf(
  { ports }: CompiledGraph,
  { id, outputs, result }: CompiledNodeInfo,
  at: Membership,
): Record<string, boolean> {
  const names = result ? [...outputs, 'value'] : outputs;
  const known = names.filter((port) => ports.has(portKey(id, port)));
  return Object.fromEntries(known.map((port) => [port, at.get(portKey(id, port)) ?? false]));
}
