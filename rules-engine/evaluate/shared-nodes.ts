import type { Expression } from '../ir/expression';
import { isExpression } from '../ir/is-expression';
import type { Predicate } from '../ir/predicate';
import { type ExpressionTable, type PredicateTable, visitExpression, visitPredicate } from '../ir/visit';

type Node = Predicate | Expression;

/**
 * Ids of the nodes that have more than one parent below the roots. A drawing that forks and joins makes many, and
 * walking each of them as often as it is reached would take exponential time.
 */
export function sharedNodes(roots: readonly Node[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  const pending = [...roots];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node.id)) shared.add(node.id);
    else {
      seen.add(node.id);
      pending.push(...childrenOf(node));
    }
  }
  return shared;
}

/** Parts of a node that are evaluated on the same document; a condition on events isn't. */
export function childrenOf(node: Node): readonly Node[] {
  return isExpression(node)
    ? visitExpression(expressionChildren, node, undefined)
    : visitPredicate(predicateChildren, node, undefined);
}

const predicateChildren: PredicateTable<undefined, readonly Node[]> = {
  constant: () => [],
  all: ({ of }) => of,
  any: ({ of }) => of,
  not: ({ of }) => [of],
  compare: ({ left, right }) => [left, right],
  oneOf: ({ subject }) => [subject],
  text: ({ subject }) => [subject],
  list: ({ subject }) => [subject],
  present: ({ subject }) => [subject],
};

const expressionChildren: ExpressionTable<undefined, readonly Node[]> = {
  field: () => [],
  literal: () => [],
  aggregate: () => [],
  arithmetic: ({ left, right }) => [left, right],
  points: ({ terms }) => terms.map((term) => ('when' in term ? term.when : term.value)),
  monthDay: ({ of }) => [of],
};
