import type { Expression } from './expression';
import { isExpression } from './is-expression';
import type { Predicate } from './predicate';
import { type ExpressionTable, type PredicateTable, visitExpression, visitPredicate } from './visit';

type Node = Predicate | Expression;

/** How much there is for a reader that follows every branch, and how deep it goes. */
export interface Extent {
  readonly size: number;
  readonly depth: number;
}

/** A shared part is measured once and counted wherever it stands: in a drawing that forks and joins, sizes double. */
const measured = new WeakMap<Node, Extent>();

export function extentOf(node: Node): Extent {
  const known = measured.get(node);
  if (known) return known;
  const inner = partsOf(node).map(extentOf);
  const extent = {
    size: inner.reduce((sum, part) => sum + part.size, 1),
    depth: inner.reduce((deepest, part) => Math.max(deepest, part.depth), 0) + 1,
  };
  measured.set(node, extent);
  return extent;
}

function partsOf(node: Node): readonly Node[] {
  return isExpression(node)
    ? visitExpression(expressionParts, node, undefined)
    : visitPredicate(predicateParts, node, undefined);
}

const predicateParts: PredicateTable<undefined, readonly Node[]> = {
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

const expressionParts: ExpressionTable<undefined, readonly Node[]> = {
  field: () => [],
  literal: () => [],
  aggregate: ({ of, where }) => (of ? [of, where] : [where]),
  arithmetic: ({ left, right }) => [left, right],
  points: ({ terms }) => terms.map((term) => ('when' in term ? term.when : term.value)),
  monthDay: ({ of }) => [of],
};
