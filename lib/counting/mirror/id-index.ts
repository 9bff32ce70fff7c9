import { hashOf } from './text-hash';

/**
 * Rows of members by id: an open hash table of typed arrays, a fifth of what a Map of texts takes. Ids are kept as 64
 * bits of hash; two members with the same are told when the second is put in.
 */
export class IdIndex {
  private slots: number;
  private highs: Uint32Array;
  private lows: Uint32Array;
  /** Row + 1; 0 is a free slot. */
  private places: Uint32Array;
  private size = 0;

  constructor(expected: number) {
    this.slots = slotsFor(expected);
    this.highs = new Uint32Array(this.slots);
    this.lows = new Uint32Array(this.slots);
    this.places = new Uint32Array(this.slots);
  }

  /** The arrays that it is made of, to be written down. */
  arrays(): Uint32Array[] {
    return [this.highs, this.lows, this.places];
  }

  static of([highs, lows, places]: readonly Uint32Array[]): IdIndex {
    const index = new IdIndex(0);
    if (!highs || !lows || !places) throw new Error('An index of ids has three arrays.');
    index.slots = places.length;
    index.highs = highs;
    index.lows = lows;
    index.places = places;
    index.size = places.reduce((n, place) => n + (place === 0 ? 0 : 1), 0);
    return index;
  }

  /** Throws when another member has the same hash: then rows can't be told apart. */
  set(id: string, row: number): void {
    if (this.size * 10 > this.slots * 6) this.widen();
    const { high, low } = hashOf(id);
    this.put(high, low, row);
  }

  get(id: string): number | undefined {
    const { high, low } = hashOf(id);
    const place = this.places[this.find(high, low)] ?? 0;
    return place === 0 ? undefined : place - 1;
  }

  get bytes(): number {
    return this.slots * 12;
  }

  private put(high: number, low: number, row: number): void {
    const slot = this.find(high, low);
    const known = this.places[slot] ?? 0;
    if (known !== 0 && known !== row + 1) throw new Error('Two member ids have the same hash.');
    if (known === 0) this.size += 1;
    this.highs[slot] = high;
    this.lows[slot] = low;
    this.places[slot] = row + 1;
  }

  private find(high: number, low: number): number {
    const mask = this.slots - 1;
    let slot = low & mask;
    while (this.places[slot] !== 0 && !(this.lows[slot] === low && this.highs[slot] === high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private widen(): void {
    const { highs, lows, places } = this;
    this.slots *= 2;
    this.highs = new Uint32Array(this.slots);
    this.lows = new Uint32Array(this.slots);
    this.places = new Uint32Array(this.slots);
    this.size = 0;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] ?? 0;
      if (place !== 0) this.put(highs[i] ?? 0, lows[i] ?? 0, place - 1);
    }
  }
}

/** A power of two of which at most six in ten are taken. */
function slotsFor(members: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(members, 64) / 0.6));
}
