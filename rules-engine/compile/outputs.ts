import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Graph } from '../graph/graph';
import { all, always, any, never, not, oneOf } from '../ir/build-predicate';
import { areDisjoint } from '../ir/disjoint';
import type { FieldExpression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import type { NodeResult } from '../nodes/node';
import type { Text } from '../text';
import type { CompiledOutput } from './compile-graph';
import type { Placed } from './topology';

/** What an output node gives, and the members that reach it. */
export interface Result extends NodeResult {
  members: Predicate;
}

/**
 * The outputs in the order in which they win: that of the drawing's nodes, with the one for all others at the end.
 * `keptIn`: where members stand whom no rule fits, and who then stay there.
 */
export function firstWins(
  graph: Graph,
  results: ReadonlyMap<string, Result>,
  keptIn: FieldExpression | null,
): CompiledOutput[] {
  const reached = [...new Set(graph.nodes.map(({ id }) => id))].flatMap((id) => {
    const result = results.get(id);
    return result ? [{ node: id, ...result }] : [];
  });
  const ruled = reached.filter(({ rest }) => !rest);
  const inTurn = [...ruled, ...reached.filter(({ rest }) => rest)];
  const fitsNone = all(ruled.map(({ members }) => not(members)));
  const staying = (value: string) => (keptIn ? all([oneOf(keptIn, [value]), fitsNone]) : never);
  const earlier: Predicate[] = [];
  return inTurn.map(({ node, value, label, rest, members: reaching }) => {
    const members = rest ? always : any([reaching, staying(value)]);
    // The branches of a tree have nothing in common: there, nothing needs to be taken away.
    const others = earlier.filter((other) => !areDisjoint(other, members));
    earlier.push(members);
    return { node, value, label, members, predicate: all([members, ...others.map(not)]) };
  });
}

/** What is wrong with the outputs as a whole. */
export function outputProblems(
  graph: Graph,
  order: readonly Placed[],
  results: ReadonlyMap<string, Result>,
): Diagnostic[] {
  const outputs = order.filter((placed) => placed.type.group === 'outputs');
  if (outputs.length === 0) {
    return [
      problem('no-output', null, null, {
        zh: '还没有输出节点：请加一个并把结果连过去。',
        en: 'There is no output yet: add one and connect the result to it.',
      }),
    ];
  }
  if (graph.kind === 'segment') {
    const [, ...surplus] = outputs;
    const message = { zh: '一个分群只能有一个输出。', en: 'A segment has one output only.' };
    return surplus.map(({ node }) => problem('duplicate-value', node.id, null, message));
  }
  const fallback = graph.kind === 'layering' ? fallbackProblems(outputs) : [];
  return [...repeated(outputs, results), ...fallback];
}

function repeated(outputs: readonly Placed[], results: ReadonlyMap<string, Result>): Diagnostic[] {
  const values = outputs.map(({ node }) => results.get(node.id)?.value);
  return outputs.flatMap(({ node, type }, i) => {
    const value = values[i];
    if (value === undefined || values.indexOf(value) === i) return [];
    return problem('duplicate-value', node.id, type.valueParam ?? null, {
      zh: `已经有一个节点给出“${value}”，请把连线接到那里，或换一个名称。`,
      en: `Another node gives “${value}” already: lead the edge there, or choose another name.`,
    });
  });
}

/** Every member is in a layer because exactly one layer takes all who are in no other. */
function fallbackProblems(outputs: readonly Placed[]): Diagnostic[] {
  const [first, ...surplus] = outputs.filter(({ type }) => type.takesRest);
  if (!first) {
    return [
      problem('no-fallback', null, null, {
        zh: '还没有兜底层：请加一个“兜底层”，让不符合任何规则的会员也有归属。',
        en: 'There is no fallback layer yet: add one, so that members whom no rule fits are in a layer too.',
      }),
    ];
  }
  const message = { zh: '兜底层只能有一个。', en: 'There can be one fallback layer only.' };
  return surplus.map(({ node }) => problem('duplicate-value', node.id, null, message));
}

function problem(
  code: Diagnostic['code'],
  node: string | null,
  param: string | null,
  message: Text,
): Diagnostic {
  return { severity: 'error', code, node, param, message };
}
