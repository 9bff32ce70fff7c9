/**
 * Counts how often each key was seen, in about 24 bytes a key: an open-addressed table of 64-bit hashes. Two
 * keys with the same hash would share a count, which only makes an ordinal higher; among ten million keys the
 * chance is about one in 400,000.
 */
export class OccurrenceCounter {
  private low = new Uint32Array(1024);
  private high = new Uint32Array(1024);
  private counts = new Uint32Array(1024);
  private used = 0;

  /** How often the key was seen before; counts this time. */
  next(key: string): number {
    if (this.used * 2 >= this.counts.length) this.grow();
    const [low, high] = hash64(key);
    const slot = this.slot(low, high);
    const seen = this.counts[slot] ?? 0;
    if (seen === 0) {
      this.low[slot] = low;
      this.high[slot] = high;
      this.used += 1;
    }
    this.counts[slot] = seen + 1;
    return seen;
  }

  private slot(low: number, high: number): number {
    const mask = this.counts.length - 1;
    let slot = low & mask;
    while (this.counts[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { low, high, counts } = this;
    const size = counts.length * 2;
    this.low = new Uint32Array(size);
    this.high = new Uint32Array(size);
    this.counts = new Uint32Array(size);
    counts.forEach((count, index) => {
      if (count === 0) return;
      const slot = this.slot(low[index] ?? 0, high[index] ?? 0);
      this.low[slot] = low[index] ?? 0;
      this.high[slot] = high[index] ?? 0;
      this.counts[slot] = count;
    });
  }
}

/** Two FNV-1a passes with different beginnings; the key is a digest already, so this only folds it. */
function hash64(key: string): [number, number] {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ (code + index), 0x01000193) >>> 0;
  }
  return [low, high];
}
