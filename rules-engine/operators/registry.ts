import { atLeast } from './at-least';
import type { Operator } from './operator';

/** Every operator, in the order of the picker. A test holds this list against the files of the folder. */
export const operators: readonly Operator[] = [atLeast];

const byId = new Map(operators.map((operator) => [operator.id, operator]));

export function findOperator(id: string): Operator | undefined {
  return byId.get(id);
}
