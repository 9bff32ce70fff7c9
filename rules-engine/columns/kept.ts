interface Entry<V> {
  version: number;
  value: V;
  bytes: number;
}

/** Results by node of the IR, each of one version of what it was computed from; the ones not used for longest go. */
export class Kept<N, V> {
  private readonly entries = new Map<N, Entry<V>>();
  bytes = 0;
  hits = 0;
  misses = 0;

  /** `limit` and sizes in bytes. */
  constructor(
    private readonly limit: number,
    private readonly sizeOf: (value: V) => number,
  ) {}

  get(node: N, version: number): V | undefined {
    const entry = this.entries.get(node);
    if (entry?.version !== version) {
      this.misses += 1;
      return undefined;
    }
    this.entries.delete(node);
    this.entries.set(node, entry);
    this.hits += 1;
    return entry.value;
  }

  set(node: N, version: number, value: V): void {
    this.bytes -= this.entries.get(node)?.bytes ?? 0;
    this.entries.delete(node);
    const bytes = this.sizeOf(value);
    this.entries.set(node, { version, value, bytes });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.limit) break;
      this.entries.delete(oldest);
      this.bytes -= entry.bytes;
    }
  }

  nodes(): N[] {
    return [...this.entries.keys()];
  }
}
