import type { Graph } from './graph';

/** The drawing with one parameter of a node changed; `param` is a path below `params` (`terms.0.cuts`) that is there. */
export function withParam(graph: Graph, node: string, param: string, value: unknown): Graph {
  const nodes = graph.nodes.map((one) =>
    one.id === node
      ? { ...one, params: { ...one.params, ...asRecord(written(one.params, param.split('.'), value)) } }
      : one,
  );
  return { ...graph, nodes };
}

function written(holder: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(holder))
    return holder.map((item, i) => (String(i) === step ? written(item, rest, value) : item));
  const record = asRecord(holder);
  const inner = Object.hasOwn(record, step) ? record[step] : undefined;
  return { ...record, [step]: written(inner, rest, value) };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
