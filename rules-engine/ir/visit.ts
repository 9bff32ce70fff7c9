import type { Expression } from './expression';
import type { Predicate } from './predicate';

type OfKind<N extends { kind: string }, K> = Extract<N, { kind: K }> & { kind: K };

/** One function for every kind of node: a reader without one of them does not compile. */
export type Table<N extends { kind: string }, C, R> = {
  readonly [K in N['kind']]: (node: OfKind<N, K>, context: C) => R;
};
export type PredicateTable<C, R> = Table<Predicate, C, R>;
export type ExpressionTable<C, R> = Table<Expression, C, R>;

/** Calls the table's function for the kind of this predicate. */
export function visitPredicate<C, R>(table: PredicateTable<C, R>, predicate: Predicate, context: C): R {
  return visit<Predicate, Predicate['kind'], C, R>(table, predicate, context);
}

/** Calls the table's function for the kind of this expression. */
export function visitExpression<C, R>(table: ExpressionTable<C, R>, expression: Expression, context: C): R {
  return visit<Expression, Expression['kind'], C, R>(table, expression, context);
}

function visit<N extends { kind: string }, K extends N['kind'], C, R>(
  table: { readonly [P in K]: (node: OfKind<N, P>, context: C) => R },
  node: { [P in K]: OfKind<N, P> }[K],
  context: C,
): R {
  return table[node.kind](node, context);
}
