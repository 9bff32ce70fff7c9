/** Answers kept for a while, so that a page that asks for them again doesn't scan again. */
export class Remembered<T> {
  private readonly kept = new Map<string, { value: Promise<T>; until: number }>();

  constructor(
    private readonly forMs: number,
    private readonly limit = 500,
  ) {}

  /** The kept answer, or the one that `find` gives. A failure is not kept. */
  get(key: string, find: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.value;
    if (this.kept.size >= this.limit) this.kept.clear();
    const value = find();
    this.kept.set(key, { value, until: Date.now() + this.forMs });
    value.catch(() => this.kept.delete(key));
    return value;
  }

  forget(): void {
    this.kept.clear();
  }
}
