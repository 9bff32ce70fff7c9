import type { Predicate } from '../ir/predicate';
import type { Bits } from './bitset';

/**
 * Words of every set that are taken at a time, so that all that lies between the sets of conditions and the numbers stays
 * in the nearest cache and is never written to memory.
 */
const block = 512;

/** A set in the net: the place of its words in the scratch. */
type Place = number;

/** One set or two become another; `not` has its one in both places. */
interface Step {
  readonly kind: 'all' | 'any' | 'not';
  readonly left: Place;
  readonly right: Place;
  readonly into: Place;
}

/**
 * Predicates as one net of steps with at most two sets each. What begins in the same way, as the ports along a path of a
 * drawing do, is one step.
 */
class Net {
  readonly conditions: { bits: Bits; place: Place }[] = [];
  readonly steps: Step[] = [];
  places = 0;
  private readonly known = new Map<Predicate | string, Place>();

  constructor(private readonly setOf: (condition: Predicate) => Bits) {}

  placeOf(predicate: Predicate): Place {
    const known = this.known.get(predicate);
    if (known !== undefined) return known;
    const place = this.placed(predicate);
    this.known.set(predicate, place);
    return place;
  }

  condition(bits: Bits): Place {
    const place = this.next();
    this.conditions.push({ bits, place });
    return place;
  }

  private placed(predicate: Predicate): Place {
    const { kind } = predicate;
    if (kind === 'not') {
      const of = this.placeOf(predicate.of);
      return this.step(kind, of, of);
    }
    if (kind !== 'all' && kind !== 'any') return this.condition(this.setOf(predicate));
    return predicate.of
      .map((part) => this.placeOf(part))
      .reduce((left, right) => this.step(kind, left, right));
  }

  private step(kind: Step['kind'], left: Place, right: Place): Place {
    const name = `${kind} ${left} ${right}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const into = this.next();
    this.steps.push({ kind, left, right, into });
    this.known.set(name, into);
    return into;
  }

  private next(): Place {
    const place = this.places;
    this.places += block;
    return place;
  }
}

/** Rows of `among` for which each predicate holds, in one pass over all sets. `setOf` gives the sets of conditions. */
export function countNet(
  predicates: readonly Predicate[],
  setOf: (condition: Predicate) => Bits,
  among: Bits,
): number[] {
  const net = new Net(setOf);
  const counted = net.condition(among);
  const ends = predicates.map((predicate) => net.placeOf(predicate));
  const counts = new Array<number>(ends.length).fill(0);
  const words = new Int32Array(net.places);
  for (let from = 0; from < among.length; from += block) {
    const n = Math.min(block, among.length - from);
    for (const { bits, place } of net.conditions) words.set(bits.subarray(from, from + n), place);
    for (const { kind, left, right, into } of net.steps) kernels[kind](words, into, left, right, n);
    for (let i = 0; i < ends.length; i += 1) {
      counts[i] = (counts[i] ?? 0) + countBoth(words, ends[i] ?? 0, counted, n);
    }
  }
  return counts;
}

type Kernel = (words: Bits, into: Place, left: Place, right: Place, n: number) => void;

const kernels: Record<Step['kind'], Kernel> = {
  all: (words, into, left, right, n) => {
    for (let i = 0; i < n; i += 1) words[into + i] = (words[left + i] ?? 0) & (words[right + i] ?? 0);
  },
  any: (words, into, left, right, n) => {
    for (let i = 0; i < n; i += 1) words[into + i] = (words[left + i] ?? 0) | (words[right + i] ?? 0);
  },
  not: (words, into, of, _, n) => {
    for (let i = 0; i < n; i += 1) words[into + i] = ~(words[of + i] ?? 0);
  },
};

/** Rows that are in both. */
function countBoth(words: Bits, a: Place, b: Place, n: number): number {
  let count = 0;
  let i = 0;
  // Four words at a time are counted in the bytes of one before those are added up.
  for (; i + 4 <= n; i += 4) {
    const bytes =
      inBytes(both(words, a + i, b + i), both(words, a + i + 1, b + i + 1)) +
      inBytes(both(words, a + i + 2, b + i + 2), both(words, a + i + 3, b + i + 3));
    count += Math.imul(bytes, 0x01010101) >>> 24;
  }
  for (; i < n; i += 1) count += Math.imul(inBytes(both(words, a + i, b + i), 0), 0x01010101) >>> 24;
  return count;
}

function both(words: Bits, a: Place, b: Place): number {
  return (words[a] ?? 0) & (words[b] ?? 0);
}

/** How many bits are set in each byte of two words together. */
function inBytes(one: number, other: number): number {
  const x = one - ((one >>> 1) & 0x55555555);
  const y = other - ((other >>> 1) & 0x55555555);
  const nibbles = (x & 0x33333333) + ((x >>> 2) & 0x33333333) + (y & 0x33333333) + ((y >>> 2) & 0x33333333);
  return (nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f);
}
