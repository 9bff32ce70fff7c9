/** A set of rows: bit `row & 31` of word `row >> 5`. All sets of one table have the same number of words. */
export type Bits = Uint32Array;

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
  const bits = new Uint32Array(words);
  return value ? bits.fill(0xffffffff) : bits;
}

export function complement(of: Bits): Bits {
  const bits = new Uint32Array(of.length);
  for (let i = 0; i < bits.length; i += 1) bits[i] = ~(of[i] ?? 0);
  return bits;
}

/** What is in all of the sets (`all`), or in one of them; there is at least one. */
export function combined(sets: readonly Bits[], all: boolean): Bits {
  const [first, ...others] = sets;
  if (!first) throw new Error('nothing to combine');
  const bits = first.slice();
  for (const other of others) {
    if (all) for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] ?? 0) & (other[i] ?? 0);
    else for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] ?? 0) | (other[i] ?? 0);
  }
  return bits;
}

/** Rows that are in both. */
export function countBoth(a: Bits, b: Bits): number {
  let n = 0;
  for (let i = 0; i < a.length; i += 1) {
    let word = (a[i] ?? 0) & (b[i] ?? 0);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    n += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return n;
}

/** The same set with room for more rows, none of which is in it. */
export function widened(bits: Bits, words: number): Bits {
  const wider = new Uint32Array(words);
  wider.set(bits);
  return wider;
}
