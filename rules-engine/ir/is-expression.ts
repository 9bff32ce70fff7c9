import type { Expression } from './expression';
import type { Predicate } from './predicate';

/** Tells a value from a test: only values have a type. */
export function isExpression(node: Expression | Predicate): node is Expression {
  return 'type' in node;
}
