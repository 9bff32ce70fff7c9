/**
 * A set of rows: bit `row & 31` of word `row >> 5`. All sets of one table have the same number of words. They are signed, as
 * the results of all bit operations are: unsigned ones would be turned into doubles and back on the way.
 */
export type Bits = Int32Array;

export function wordsFor(rows: number): number {
  return Math.ceil(rows / 32);
}

export function hasBit(bits: Bits, row: number): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

export function setBit(bits: Bits, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function clearBit(bits: Bits, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
}

export function filled(words: number, value: boolean): Bits {
  const bits = new Int32Array(words);
  return value ? bits.fill(0xffffffff) : bits;
}

export function complement(of: Bits): Bits {
  const bits = new Int32Array(of.length);
  for (let i = 0; i < bits.length; i += 1) bits[i] = ~(of[i] ?? 0);
  return bits;
}

/** What is in all of the sets (`all`), or in one of them; there is at least one. */
export function combined(sets: readonly Bits[], all: boolean): Bits {
  const [first, second = first, third = second, fourth = third, ...others] = sets;
  if (!first || !second || !third || !fourth) throw new Error('nothing to combine');
  const bits = new Int32Array(first.length);
  // Four at a time: most of the work is to read them. A set that is there twice changes nothing.
  if (all) intersect(bits, first, second, third, fourth);
  else unite(bits, first, second, third, fourth);
  return others.length === 0 ? bits : combined([bits, ...others], all);
}

function intersect(bits: Bits, a: Bits, b: Bits, c: Bits, d: Bits): void {
  for (let i = 0; i < bits.length; i += 1) {
    bits[i] = (a[i] ?? 0) & (b[i] ?? 0) & (c[i] ?? 0) & (d[i] ?? 0);
  }
}

function unite(bits: Bits, a: Bits, b: Bits, c: Bits, d: Bits): void {
  for (let i = 0; i < bits.length; i += 1) {
    bits[i] = (a[i] ?? 0) | (b[i] ?? 0) | (c[i] ?? 0) | (d[i] ?? 0);
  }
}

/** The same set with room for more rows, none of which is in it. */
export function widened(bits: Bits, words: number): Bits {
  const wider = new Int32Array(words);
  wider.set(bits);
  return wider;
}
