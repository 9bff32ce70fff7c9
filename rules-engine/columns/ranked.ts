import type { TopBound } from '../compile/environment';
import { type Bits, hasBit } from './bitset';

/** The numbers of the rows in a set, ascending; NaN is no number. */
export function sortedNumbers(rows: Bits, numbers: Float64Array): Float64Array {
  const found = new Float64Array(numbers.length);
  let n = 0;
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row] ?? Number.NaN;
    if (Number.isNaN(number) || !hasBit(rows, row)) continue;
    found[n] = number;
    n += 1;
  }
  return found.subarray(0, n).sort();
}

/** The n-th row of a set (from 1) by its number, equal ones in their order; null when fewer have a number. */
export function nthRow(
  rows: Bits,
  numbers: Float64Array,
  n: number,
  direction: 'highest' | 'lowest',
): TopBound | null {
  const sorted = sortedNumbers(rows, numbers);
  const last = sorted[direction === 'lowest' ? n - 1 : sorted.length - n];
  if (last === undefined) return null;
  const isBetter = (number: number) => (direction === 'lowest' ? number < last : number > last);
  let before = n - sorted.filter(isBetter).length;
  for (let row = 0; row < numbers.length; row += 1) {
    if (numbers[row] !== last || !hasBit(rows, row)) continue;
    before -= 1;
    if (before === 0) return { value: last, ord: row };
  }
  throw new Error('A number that was found stands in no row.');
}
