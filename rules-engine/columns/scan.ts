import type { Comparison } from '../ir/predicate';
import { type Bits, wordsFor } from './bitset';
import { emptyInteger } from './column';

/*
 * The loops that all the time goes into. The same lines stand here once for each type of array, on purpose: a loop that meets
 * two of them is compiled for both and takes twice as long. Every comparison with a number is a closed range; eight rows a
 * turn and no branch, which is three times as fast on mixed data. A table has room for a multiple of 32 rows.
 */

/** Numbers from `low` to `high`, both included; none when they are the wrong way round. */
export interface Range {
  low: number;
  high: number;
}

const nothing: Range = { low: 1, high: 0 };

/** The numbers that compare so with a threshold. */
export function rangeOf(comparison: Comparison, than: number): Range {
  const ranges: Record<Comparison, () => Range> = {
    eq: () => ({ low: than, high: than }),
    lt: () => ({ low: Number.NEGATIVE_INFINITY, high: nextDouble(than, -1) }),
    lte: () => ({ low: Number.NEGATIVE_INFINITY, high: than }),
    gt: () => ({ low: nextDouble(than, 1), high: Number.POSITIVE_INFINITY }),
    gte: () => ({ low: than, high: Number.POSITIVE_INFINITY }),
  };
  const { low, high } = ranges[comparison]();
  return low <= high ? { low, high } : nothing;
}

const view = new DataView(new ArrayBuffer(8));

/** The next double above or below; NaN beyond infinity. */
function nextDouble(value: number, direction: 1 | -1): number {
  if (value === direction * Number.POSITIVE_INFINITY || Number.isNaN(value)) return Number.NaN;
  if (value === 0) return direction * Number.MIN_VALUE;
  view.setFloat64(0, value);
  const away = value > 0 === direction > 0;
  view.setBigInt64(0, view.getBigInt64(0) + (away ? 1n : -1n));
  return view.getFloat64(0);
}

/** Rows whose number is in the range. */
export function scanRange(values: Int32Array | Float64Array, range: Range): Bits {
  const bits = new Int32Array(wordsFor(values.length));
  if (values instanceof Float64Array) scanDoubles(values, range.low, range.high, bits);
  else {
    const low = Math.max(Math.ceil(range.low), emptyInteger + 1);
    const high = Math.min(Math.floor(range.high), 0x7fffffff);
    if (low <= high) scanIntegers(values, low, high, bits);
  }
  return bits;
}

function scanIntegers(values: Int32Array, low: number, high: number, bits: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    let found = 0;
    for (let bit = 0; bit < 32; bit += 8) {
      const row = word * 32 + bit;
      const v0 = values[row + 0] ?? 0;
      const v1 = values[row + 1] ?? 0;
      const v2 = values[row + 2] ?? 0;
      const v3 = values[row + 3] ?? 0;
      const v4 = values[row + 4] ?? 0;
      const v5 = values[row + 5] ?? 0;
      const v6 = values[row + 6] ?? 0;
      const v7 = values[row + 7] ?? 0;
      const eight =
        (+(v0 >= low) & +(v0 <= high)) |
        ((+(v1 >= low) & +(v1 <= high)) << 1) |
        ((+(v2 >= low) & +(v2 <= high)) << 2) |
        ((+(v3 >= low) & +(v3 <= high)) << 3) |
        ((+(v4 >= low) & +(v4 <= high)) << 4) |
        ((+(v5 >= low) & +(v5 <= high)) << 5) |
        ((+(v6 >= low) & +(v6 <= high)) << 6) |
        ((+(v7 >= low) & +(v7 <= high)) << 7);
      found |= eight << bit;
    }
    bits[word] = found;
  }
}

function scanDoubles(values: Float64Array, low: number, high: number, bits: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    let found = 0;
    for (let bit = 0; bit < 32; bit += 8) {
      const row = word * 32 + bit;
      const v0 = values[row + 0] ?? 0;
      const v1 = values[row + 1] ?? 0;
      const v2 = values[row + 2] ?? 0;
      const v3 = values[row + 3] ?? 0;
      const v4 = values[row + 4] ?? 0;
      const v5 = values[row + 5] ?? 0;
      const v6 = values[row + 6] ?? 0;
      const v7 = values[row + 7] ?? 0;
      const eight =
        (+(v0 >= low) & +(v0 <= high)) |
        ((+(v1 >= low) & +(v1 <= high)) << 1) |
        ((+(v2 >= low) & +(v2 <= high)) << 2) |
        ((+(v3 >= low) & +(v3 <= high)) << 3) |
        ((+(v4 >= low) & +(v4 <= high)) << 4) |
        ((+(v5 >= low) & +(v5 <= high)) << 5) |
        ((+(v6 >= low) & +(v6 <= high)) << 6) |
        ((+(v7 >= low) & +(v7 <= high)) << 7);
      found |= eight << bit;
    }
    bits[word] = found;
  }
}

/** Rows whose entry of the dictionary is marked; `marks` has one byte for each entry. */
export function scanMarks(ids: Uint16Array | Uint32Array, marks: Uint8Array): Bits {
  const bits = new Int32Array(wordsFor(ids.length));
  if (ids instanceof Uint16Array) scanShortIds(ids, marks, bits);
  else scanLongIds(ids, marks, bits);
  return bits;
}

function scanShortIds(ids: Uint16Array, marks: Uint8Array, bits: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    let found = 0;
    for (let bit = 0; bit < 32; bit += 8) {
      const row = word * 32 + bit;
      const mark0 = marks[ids[row + 0] ?? 0] ?? 0;
      const mark1 = marks[ids[row + 1] ?? 0] ?? 0;
      const mark2 = marks[ids[row + 2] ?? 0] ?? 0;
      const mark3 = marks[ids[row + 3] ?? 0] ?? 0;
      const mark4 = marks[ids[row + 4] ?? 0] ?? 0;
      const mark5 = marks[ids[row + 5] ?? 0] ?? 0;
      const mark6 = marks[ids[row + 6] ?? 0] ?? 0;
      const mark7 = marks[ids[row + 7] ?? 0] ?? 0;
      const eight =
        mark0 |
        (mark1 << 1) |
        (mark2 << 2) |
        (mark3 << 3) |
        (mark4 << 4) |
        (mark5 << 5) |
        (mark6 << 6) |
        (mark7 << 7);
      found |= eight << bit;
    }
    bits[word] = found;
  }
}

function scanLongIds(ids: Uint32Array, marks: Uint8Array, bits: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    let found = 0;
    for (let bit = 0; bit < 32; bit += 8) {
      const row = word * 32 + bit;
      const mark0 = marks[ids[row + 0] ?? 0] ?? 0;
      const mark1 = marks[ids[row + 1] ?? 0] ?? 0;
      const mark2 = marks[ids[row + 2] ?? 0] ?? 0;
      const mark3 = marks[ids[row + 3] ?? 0] ?? 0;
      const mark4 = marks[ids[row + 4] ?? 0] ?? 0;
      const mark5 = marks[ids[row + 5] ?? 0] ?? 0;
      const mark6 = marks[ids[row + 6] ?? 0] ?? 0;
      const mark7 = marks[ids[row + 7] ?? 0] ?? 0;
      const eight =
        mark0 |
        (mark1 << 1) |
        (mark2 << 2) |
        (mark3 << 3) |
        (mark4 << 4) |
        (mark5 << 5) |
        (mark6 << 6) |
        (mark7 << 7);
      found |= eight << bit;
    }
    bits[word] = found;
  }
}

/** Rows for which a test holds: for what is asked too seldom to have a loop of its own. */
export function scanRows(rows: number, holds: (row: number) => boolean): Bits {
  const bits = new Int32Array(wordsFor(rows));
  for (let row = 0; row < rows; row += 1) {
    if (holds(row)) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  return bits;
}

/** Numbers as doubles, NaN where empty. */
export function doubles(values: Int32Array | Float64Array): Float64Array {
  if (values instanceof Float64Array) return values;
  const wide = new Float64Array(values.length);
  for (let row = 0; row < wide.length; row += 1) {
    const value = values[row] ?? emptyInteger;
    wide[row] = value === emptyInteger ? Number.NaN : value;
  }
  return wide;
}
