import type { Graph } from '../graph/graph';
import { withParam } from '../graph/with-param';
import type { CutRule } from './environment';

/** What was computed for a cut of a drawing; values ascend, null where nobody has a value. */
export interface AnsweredCut {
  node: string;
  param: string;
  rule: CutRule;
  values: readonly number[] | null;
}

/** As it is stored in the drawing: a list for groups, else the one value. */
export function cutValue({ rule, values }: Pick<AnsweredCut, 'rule' | 'values'>) {
  return rule.by === 'groups' ? values : values?.[0];
}

/** The drawing with a cut filled in; without a value it stays as it is. */
export function withCut(graph: Graph, cut: AnsweredCut): Graph {
  return cut.values ? withParam(graph, cut.node, cut.param, cutValue(cut)) : graph;
}
