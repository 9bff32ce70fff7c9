import { lookUp } from '../catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { type Graph, graph as graphSchema, type PortKey, portKey } from '../graph/graph';
import { all, any, not } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import type { Text } from '../text';
import { compileGroup } from './condition';
import { type CompiledRow, type Environment, type Need, NodeReport } from './environment';
import type { Walk } from './subject';
import { arrange, type Placed } from './topology';

/** One value that the graph gives, with the members that get it: outputs earlier in `nodes` win. */
export interface CompiledOutput {
  node: string;
  /** '' for a segment. */
  value: string;
  label: Text;
  predicate: Predicate;
}

export interface CompiledNodeInfo {
  id: string;
  summary: Text | null;
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
  /** Bounds that must be resolved, in this order, before the graph is executable. */
  needs: readonly Need[];
  diagnostics: readonly Diagnostic[];
}

/** Compiles a draft. Never throws on what a user can write; what is wrong is in `diagnostics`. */
export function compileGraph(graph: Graph, environment: Environment): CompiledGraph {
  return compile(graph, environment, []);
}

/** The members of a segment's graph; null when it isn't executable. */
function segmentRule(graph: Graph, environment: Environment, within: readonly string[]): Predicate | null {
  const compiled = compile(graph, environment, within);
  return compiled.executable ? any(compiled.outputs.map((output) => output.predicate)) : null;
}

function compile(graph: Graph, environment: Environment, within: readonly string[]): CompiledGraph {
  const { order, diagnostics } = arrange(graph);
  const ports = new Map<PortKey, Predicate>();
  const nodes: CompiledNodeInfo[] = [];
  const rows: CompiledRow[] = [];
  const needs: Need[] = [];
  const results = new Map<string, { value: string; label: Text; members: Predicate }>();

  for (const placed of order) {
    const { node, type } = placed;
    const report = new NodeReport(node.id);
    const walk: Walk = {
      environment,
      report,
      scope: { on: 'member' },
      depth: 0,
      group: compileGroup,
      segment: (key, param) => inlineSegment(key, param, report, environment, within),
    };
    const inputs = gather(placed, ports, report);
    for (const [port, members] of Object.entries(inputs ?? {})) ports.set(portKey(node.id, port), members);
    // Parameters are checked even where no members arrive: all problems are told at once.
    const compiled = type.compile(node.params, inputs ?? absent(placed), walk);
    if (inputs && compiled) {
      for (const [port, members] of Object.entries(compiled.outputs))
        ports.set(portKey(node.id, port), members);
      if (compiled.result) {
        const members = any(Object.values(inputs));
        results.set(node.id, { ...compiled.result, members });
      }
    }
    nodes.push({
      id: node.id,
      summary: compiled?.summary ?? null,
      inputs: type.inputs(node.params).map((port) => port.id),
      outputs: type.outputs(node.params).map((port) => port.id),
    });
    rows.push(...report.rows);
    if (inputs) needs.push(...report.needs);
    diagnostics.push(...report.diagnostics);
  }

  const outputs = firstWins(graph, results);
  for (const { node, predicate } of outputs) ports.set(portKey(node, 'value'), predicate);
  diagnostics.push(...outputProblems(graph, order));
  const executable = needs.length === 0 && !diagnostics.some((d) => d.severity === 'error');
  return {
    kind: graph.kind,
    executable,
    ports,
    nodes,
    rows,
    outputs: executable ? outputs : [],
    needs,
    diagnostics,
  };
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
        zh: `“${port.label.zh}”还没有连线,请从上一个节点连过来。`,
        en: `Nothing is connected to “${port.label.en}”. Draw an edge to it.`,
      });
      continue;
    }
    const sets = edges.map((edge) => ports.get(portKey(edge.source, edge.sourcePort)));
    const known = sets.filter((set) => set !== undefined);
    if (known.length === sets.length) inputs[port.id] = any(known);
    else complete = false;
  }
  return complete ? inputs : null;
}

/** Stand-ins with which the parameters of a node are checked that no members reach yet. */
function absent(placed: Placed): Record<string, Predicate> {
  return Object.fromEntries(placed.type.inputs(placed.node.params).map((port) => [port.id, any([])]));
}

function firstWins(
  graph: Graph,
  results: ReadonlyMap<string, { value: string; label: Text; members: Predicate }>,
): CompiledOutput[] {
  const earlier: Predicate[] = [];
  const outputs: CompiledOutput[] = [];
  for (const { id } of graph.nodes) {
    const result = results.get(id);
    if (!result) continue;
    outputs.push({
      node: id,
      value: result.value,
      label: result.label,
      predicate: all([result.members, ...earlier.map(not)]),
    });
    earlier.push(result.members);
  }
  return outputs;
}

function outputProblems(graph: Graph, order: readonly Placed[]): Diagnostic[] {
  const outputs = order.filter((placed) => placed.type.group === 'outputs');
  if (outputs.length === 0) {
    const message = {
      zh: '还没有输出节点:请加一个并把结果连过去。',
      en: 'There is no output yet: add one and connect the result to it.',
    };
    return [{ severity: 'error', code: 'no-output', node: null, param: null, message }];
  }
  const [, ...surplus] = graph.kind === 'segment' ? outputs : [];
  return surplus.map(({ node }) => ({
    severity: 'error',
    code: 'duplicate-value',
    node: node.id,
    param: null,
    message: { zh: '一个分群只能有一个输出。', en: 'A segment has one output only.' },
  }));
}

function inlineSegment(
  key: string,
  param: string,
  report: NodeReport,
  environment: Environment,
  within: readonly string[],
): Predicate | null {
  const segment = lookUp(environment.catalogue.segments, key);
  if (!segment) {
    return report.error('unknown-segment', param, {
      zh: `没有分群“${key}”。`,
      en: `There is no segment “${key}”.`,
    });
  }
  const { label } = segment;
  if (within.includes(key)) {
    return report.error('segment-cycle', param, {
      zh: `分群“${label.zh}”又引用了自己,请断开这个循环。`,
      en: `The segment “${label.en}” leads back to itself. Break the circle.`,
    });
  }
  const published = graphSchema.safeParse(segment.graph);
  const rule = published.success ? segmentRule(published.data, environment, [...within, key]) : null;
  if (rule) return rule;
  return report.error('segment-not-published', param, {
    zh: `分群“${label.zh}”还没有可用的发布版本,请先发布它。`,
    en: `The segment “${label.en}” has no published version that works. Publish it first.`,
  });
}
