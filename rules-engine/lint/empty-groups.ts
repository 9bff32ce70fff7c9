import type { CompiledGraph } from '../compile/compile-graph';
import type { CutQuestion } from '../compile/environment';
import type { Graph } from '../graph/graph';
import { all } from '../ir/build-predicate';
import { groupsOf } from '../nodes/number-groups';
import { findNodeType } from '../nodes/registry';
import type { Text } from '../text';
import type { Finding } from './finding';
import type { LintQuestion } from './lint-graph';
import type { LintWords } from './lint-words';

/**
 * Groups of a number, of quantiles or of graded points, that nobody is in: because two cuts are one value, as they are
 * where many members are level, or because nobody has such a value now.
 */
export function lintGroups(
  graph: Graph,
  { cuts }: CompiledGraph,
  words: LintWords,
): { findings: Finding[]; questions: LintQuestion[] } {
  const findings: Finding[] = [];
  const questions: LintQuestion[] = [];
  for (const cut of cuts) {
    const { rule, stored, members, value, node } = cut;
    if (rule.by !== 'groups' || stored?.length !== rule.groups - 1) continue;
    const finding = (groups: number[], n: number | null): Finding => ({
      kind: 'empty-group',
      severity: 'warning',
      node,
      other: null,
      n,
      message: words.emptyGroups(nameOf(graph, cut), cut.label, rule.groups, groups),
    });
    const level = stored.flatMap((at, i) => (i > 0 && at === stored[i - 1] ? [i + 1] : []));
    if (level.length > 0) findings.push(finding(level, null));
    for (const [i, group] of groupsOf(value, stored).entries()) {
      if (level.includes(i + 1)) continue;
      questions.push({
        members: all([members, group]),
        conclude: (n) => (n > 0 ? null : finding([i + 1], 0)),
      });
    }
  }
  return { findings, questions };
}

function nameOf({ nodes }: Graph, { node: id, label }: CutQuestion): Text {
  const node = nodes.find((one) => one.id === id);
  return node?.name ? { zh: node.name, en: node.name } : (findNodeType(node?.type ?? '')?.label ?? label);
}
