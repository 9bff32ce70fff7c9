import { aggregate, arithmetic, monthDay, points } from '../ir/build-expression';
import { all, always, any, compare, listTest, not, oneOf, present } from '../ir/build-predicate';
import type { Expression, PointsTerm } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { type ExpressionTable, type PredicateTable, visitExpression, visitPredicate } from '../ir/visit';

/** Rules a step smaller than this one; all of them are still rules of the IR. */
export function smallerPredicates(predicate: Predicate): readonly Predicate[] {
  return visitPredicate(predicates, predicate, undefined).filter((smaller) => smaller !== predicate);
}

function smallerExpressions(expression: Expression): readonly Expression[] {
  return visitExpression(expressions, expression, undefined);
}

/** The value with one part of it left out, at any depth. */
export function smallerValues(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    const shorter = value.map((_, i) => value.toSpliced(i, 1));
    return [
      ...shorter,
      ...value.flatMap((item, i) => smallerValues(item).map((less) => value.with(i, less))),
    ];
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return [];
  const entries = Object.entries(value);
  return entries.flatMap(([name, part], i) => [
    Object.fromEntries(entries.toSpliced(i, 1)),
    ...smallerValues(part).map((less) => Object.fromEntries(entries.with(i, [name, less]))),
  ]);
}

/** Goes to a smaller case as long as one still fails; `limit` is the number of cases tried. */
export async function shrink<T>(
  failing: T,
  smaller: (value: T) => readonly T[],
  fails: (value: T) => Promise<boolean>,
  limit = 400,
): Promise<T> {
  let smallest = failing;
  let tried = 0;
  for (let progress = true; progress; ) {
    progress = false;
    for (const candidate of smaller(smallest)) {
      if (tried >= limit) return smallest;
      tried += 1;
      if (!(await fails(candidate))) continue;
      smallest = candidate;
      progress = true;
      break;
    }
  }
  return smallest;
}

const predicates: PredicateTable<undefined, readonly Predicate[]> = {
  constant: () => [],
  all: ({ of }) => [...of, ...lists(of, smallerPredicates).map(all)],
  any: ({ of }) => [...of, ...lists(of, smallerPredicates).map(any)],
  not: ({ of }) => [of, ...smallerPredicates(of).map(not)],
  compare: ({ comparison, left, right }) => [
    ...smallerExpressions(left).map((less) => compare(comparison, less, right)),
    ...smallerExpressions(right).map((less) => compare(comparison, left, less)),
  ],
  oneOf: ({ subject, values }) => [
    ...smallerExpressions(subject).map((less) => oneOf(less, values)),
    ...(values.length > 1 ? values.map((_, i) => oneOf(subject, values.toSpliced(i, 1))) : []),
  ],
  text: () => [],
  list: ({ test, subject, values }) =>
    values.length > 1 ? values.map((_, i) => listTest(test, subject, values.toSpliced(i, 1))) : [],
  present: ({ subject }) => smallerExpressions(subject).map(present),
};

const expressions: ExpressionTable<undefined, readonly Expression[]> = {
  field: () => [],
  literal: () => [],
  aggregate: (parts) => [
    ...(parts.where === always ? [] : [aggregate({ ...parts, where: always })]),
    ...smallerPredicates(parts.where).map((where) => aggregate({ ...parts, where })),
    ...(parts.from === null ? [] : [aggregate({ ...parts, from: null })]),
  ],
  arithmetic: ({ operator, left, right }) => [
    left,
    right,
    ...smallerExpressions(left).map((less) => arithmetic(operator, less, right)),
    ...smallerExpressions(right).map((less) => arithmetic(operator, left, less)),
  ],
  points: ({ terms }) => [
    ...terms.flatMap((term) => ('value' in term ? [term.value] : [])),
    ...lists(terms, smallerTerms).map(points),
  ],
  monthDay: ({ of, timeZone }) => smallerExpressions(of).map((less) => monthDay(less, timeZone)),
};

function smallerTerms(term: PointsTerm): PointsTerm[] {
  return 'when' in term
    ? smallerPredicates(term.when).map((when) => ({ ...term, when }))
    : smallerExpressions(term.value).map((value) => ({ ...term, value }));
}

/** The list without each of its items, and with each of them smaller. */
function lists<T>(items: readonly T[], smaller: (item: T) => readonly T[]): T[][] {
  const shorter = items.length > 1 ? items.map((_, i) => items.toSpliced(i, 1)) : [];
  return [...shorter, ...items.flatMap((item, i) => smaller(item).map((less) => items.with(i, less)))];
}
