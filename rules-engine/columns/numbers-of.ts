import type { Values } from './column-reads';
import { doubles } from './scan';

/** As doubles, NaN where it is empty or no number. Not to be written to: it may be a column itself. */
export function numbersOf(values: Values, capacity: number): Float64Array {
  if (values.kind === 'number') return doubles(values.values);
  const number = values.kind === 'constant' && typeof values.value === 'number' ? values.value : Number.NaN;
  return new Float64Array(capacity).fill(number);
}
