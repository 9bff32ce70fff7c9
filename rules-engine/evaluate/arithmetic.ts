import type { ArithmeticOperator } from '../ir/expression';
import { orEmpty } from './document';

const operations: Record<ArithmeticOperator, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  // By zero: not a number, so empty.
  '/': (left, right) => (right === 0 ? Number.NaN : left / right),
};

/** The operation on two numbers; null when it divides by zero or its result isn't a number (∞ − ∞). */
export function calculate(operator: ArithmeticOperator, left: number, right: number): number | null {
  return orEmpty(operations[operator](left, right));
}
