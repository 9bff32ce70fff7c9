import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { type PredicateTable, visitPredicate } from '../ir/visit';

/** The numbers and instants that a value is compared with, in the order of the rule. */
export function boundsOf(predicate: Predicate, value: Expression): readonly number[] {
  return visitPredicate(bounds, predicate, value);
}

const bounds: PredicateTable<Expression, readonly number[]> = {
  constant: () => [],
  all: ({ of }, value) => of.flatMap((part) => boundsOf(part, value)),
  any: ({ of }, value) => of.flatMap((part) => boundsOf(part, value)),
  not: ({ of }, value) => boundsOf(of, value),
  compare: ({ left, right }, value) =>
    left === value && right.kind === 'literal' && typeof right.value === 'number' ? [right.value] : [],
  oneOf: ({ subject, values }, value) =>
    subject === value ? values.filter((one) => typeof one === 'number') : [],
  text: () => [],
  list: () => [],
  present: () => [],
};
