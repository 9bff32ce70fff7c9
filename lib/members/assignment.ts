/** Which value each member has, by `ord`: 0 is none, `i + 1` the i-th value. Two bytes a member. */
export class Assignment {
  #values = new Uint16Array(4_096);
  #length = 0;

  get(ord: number): number {
    return this.#values[ord] ?? 0;
  }

  set(ord: number, value: number): void {
    if (ord >= this.#values.length) {
      const grown = new Uint16Array(Math.max(ord + 1, this.#values.length * 2));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[ord] = value;
    if (ord >= this.#length) this.#length = ord + 1;
  }

  /** One above the highest `ord` that was ever set. */
  get length(): number {
    return this.#length;
  }

  /** Members with any value. */
  size(): number {
    let n = 0;
    for (let ord = 0; ord < this.#length; ord += 1) if (this.#values[ord] !== 0) n += 1;
    return n;
  }

  /** Members of each of `n` values. */
  counts(n: number): number[] {
    const counts = new Array<number>(n).fill(0);
    for (let ord = 0; ord < this.#length; ord += 1) {
      const value = this.get(ord);
      if (value > 0) counts[value - 1] = (counts[value - 1] ?? 0) + 1;
    }
    return counts;
  }
}
