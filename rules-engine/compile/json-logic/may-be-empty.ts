import type { AggregateFunction, Expression } from '../../ir/expression';

const neverEmpty: ReadonlySet<AggregateFunction> = new Set(['count', 'distinct', 'distinctDays']);

/** False for expressions that have a value on every document: they need no guard. */
export function mayBeEmpty(expression: Expression): boolean {
  if (expression.kind === 'literal') return false;
  if (expression.kind === 'aggregate') return !neverEmpty.has(expression.fn);
  return expression.kind !== 'points' || expression.terms.some((term) => 'value' in term);
}
