import type { Diagnostic } from '../diagnostics/diagnostic';
import { type Graph, type PortKey, portKey } from '../graph/graph';
import { any } from '../ir/build-predicate';
import type { FieldExpression } from '../ir/expression';
import { extentOf } from '../ir/extent';
import type { Predicate } from '../ir/predicate';
import type { CompiledNode, NodeResult, PortPhrase } from '../nodes/node';
import type { Text } from '../text';
import { compileGroup } from './condition';
import { type CompiledRow, type CutQuestion, type Environment, type Need, NodeReport } from './environment';

import { firstWins, outputProblems, type Result } from './outputs';
import { PublishedRules, placeOf } from './published-rules';
import { layerOf, type Walk } from './subject';
import { arrange, type Placed } from './topology';

/** One value that the graph gives. The first output that a member reaches wins. */
export interface CompiledOutput {
  node: string;
  /** '' for a segment. */
  value: string;
  label: Text;
  /** Those who reach the output; tried in turn, these tell who gets what. */
  members: Predicate;
  /** Those who get the value: none of an output before. */
  predicate: Predicate;
}

export interface CompiledNodeInfo {
  id: string;
  /** What it asks, in one line; null while it can't be compiled. */
  summary: Text | null;
  /** By output port: what being there says of a member. */
  phrases: Readonly<Record<string, PortPhrase>>;
  /** A sentence behind that of the whole graph. */
  aside: Text | null;
  /** For output nodes: what they give. */
  result: NodeResult | null;
  inputs: readonly string[];
  outputs: readonly string[];
}

/**
 * A graph as every reader takes it. While something is wrong (`executable` is false) the ports that could be compiled
 * are there all the same, so that a draft has counts; the outputs are empty then, never partial.
 */
export interface CompiledGraph {
  kind: Graph['kind'];
  executable: boolean;
  /** Members at every input and output port; an output node's port `value` holds those that it really gets. */
  ports: ReadonlyMap<PortKey, Predicate>;
  nodes: readonly CompiledNodeInfo[];
  rows: readonly CompiledRow[];
  outputs: readonly CompiledOutput[];
  /** Cuts that are computed from the population, in an order in which each can be. */
  cuts: readonly CutQuestion[];
  /** Bounds that must be resolved, in this order, before the graph is executable. */
  needs: readonly Need[];
  diagnostics: readonly Diagnostic[];
}

/** The definition that a graph is the draft or a version of. */
export interface GraphOwner {
  /** Of a segment: a rule that leads back to it is told. */
  key: string;
  /** Of a layering: members whom no rule fits stay in the layer of the last run, where it still exists. */
  keepsLast: boolean;
}

/** Compiles a draft. Never throws on what a user can write; what is wrong is in `diagnostics`. */
export function compileGraph(
  graph: Graph,
  environment: Environment,
  owner: GraphOwner | null = null,
): CompiledGraph {
  const rules = new PublishedRules(environment, (inner, all, within) =>
    compile(inner, environment, all, within, within.at(-1) ?? null, null),
  );
  const within = owner && graph.kind !== 'tag' ? [placeOf(graph.kind, owner.key)] : [];
  const keptIn = owner?.keepsLast && graph.kind === 'layering' ? layerOf(owner.key) : null;
  return compile(graph, environment, rules, within, null, keptIn);
}

function compile(
  graph: Graph,
  environment: Environment,
  rules: PublishedRules,
  within: readonly string[],
  inside: string | null,
  keptIn: FieldExpression | null,
): CompiledGraph {
  const { order, diagnostics } = arrange(graph);
  const ports = new Map<PortKey, Predicate>();
  const nodes: CompiledNodeInfo[] = [];
  const rows: CompiledRow[] = [];
  const needs = new Map<string, Need>();
  const cuts: CutQuestion[] = [];
  const results = new Map<string, Result>();

  for (const placed of order) {
    const { node, type } = placed;
    const report = new NodeReport(node.id);
    const walk: Walk = {
      environment,
      report,
      scope: { on: 'member' },
      depth: 0,
      name: node.name ? { zh: node.name, en: node.name } : type.label,
      inside,
      group: compileGroup,
      segment: (key, param) => rules.segment(key, param, report, within),
      layering: (key, param) => rules.layering(key, param, report, within),
    };
    const inputs = gather(placed, ports, report);
    for (const [port, members] of Object.entries(inputs ?? {})) ports.set(portKey(node.id, port), members);
    // Parameters are checked even where no members arrive: all problems are told at once.
    const compiled = type.compile(node.params, inputs ?? absent(placed), walk);
    if (inputs && compiled && isWithinBounds(compiled, inputs, report)) {
      for (const [port, members] of Object.entries(compiled.outputs))
        ports.set(portKey(node.id, port), members);
      if (compiled.result) results.set(node.id, { ...compiled.result, members: any(Object.values(inputs)) });
    }
    nodes.push({
      id: node.id,
      summary: compiled?.summary ?? null,
      phrases: compiled?.phrases ?? {},
      aside: compiled?.aside ?? null,
      result: compiled?.result ?? null,
      inputs: type.inputs(node.params).map((port) => port.id),
      outputs: type.outputs(node.params).map((port) => port.id),
    });
    rows.push(...report.rows);
    if (inputs) {
      for (const need of report.needs) needs.set(need.key, need);
      cuts.push(...report.cuts);
    }
    diagnostics.push(...report.diagnostics);
  }

  const outputs = firstWins(graph, results, keptIn);
  for (const { node, predicate } of outputs) ports.set(portKey(node, 'value'), predicate);
  diagnostics.push(...outputProblems(graph, order, results));
  const executable = needs.size === 0 && !diagnostics.some((d) => d.severity === 'error');
  return {
    kind: graph.kind,
    executable,
    ports,
    nodes,
    rows,
    outputs: executable ? outputs : [],
    cuts,
    needs: [...needs.values()],
    diagnostics,
  };
}

/** Sizes of a rule that every reader and every database can still take; `united`: of all edges into one port together. */
const bounds = { size: 5_000, depth: 40, united: 50_000 } as const;

function isWithinBounds(
  { outputs }: CompiledNode,
  inputs: Readonly<Record<string, Predicate>>,
  report: NodeReport,
): boolean {
  const fits = [...Object.values(outputs), any(Object.values(inputs))].every((members) => {
    const { size, depth } = extentOf(members);
    return size <= bounds.size && depth <= bounds.depth;
  });
  if (!fits) tooBig(report);
  return fits;
}

function tooBig(report: NodeReport): void {
  report.error('too-big', null, {
    zh: '到这里的规则太大了，请简化，或把一部分发布成分群再引用。',
    en: 'The rule up to here is too big. Simplify it, or publish a part of it as a segment of its own.',
  });
}

/** What comes into each input port: the union of its edges. Null when a port has none, or one that couldn't be compiled. */
function gather(
  placed: Placed,
  ports: ReadonlyMap<PortKey, Predicate>,
  report: NodeReport,
): Record<string, Predicate> | null {
  const inputs: Record<string, Predicate> = {};
  let complete = true;
  for (const port of placed.type.inputs(placed.node.params)) {
    const edges = placed.incoming.get(port.id) ?? [];
    if (edges.length === 0) {
      complete = false;
      report.error('not-connected', null, {
        zh: `“${port.label.zh}”还没有连线，请从上一个节点连过来。`,
        en: `Nothing is connected to “${port.label.en}”. Draw an edge to it.`,
      });
      continue;
    }
    const sets = edges.map((edge) => ports.get(portKey(edge.source, edge.sourcePort)));
    const known = sets.filter((set) => set !== undefined);
    const size = known.reduce((sum, set) => sum + extentOf(set).size, 0);
    if (known.length < sets.length) complete = false;
    else if (size > bounds.united) {
      complete = false;
      tooBig(report);
    } else inputs[port.id] = any(known);
  }
  return complete ? inputs : null;
}

/** Stand-ins with which the parameters of a node are checked that no members reach yet. */
function absent(placed: Placed): Record<string, Predicate> {
  return Object.fromEntries(placed.type.inputs(placed.node.params).map((port) => [port.id, any([])]));
}
