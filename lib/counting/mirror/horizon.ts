/**
 * Up to which instant everything has been read for certain. Writes may show up late, under an instant before others that
 * were seen already: so what is newest now is only certain when nothing earlier has come for a while.
 */
export class Horizon {
  private marks: { at: number; newest: number }[] = [];

  /** `lateMs`: how late a write may show up. `certain`: up to when everything has been read for certain, milliseconds. */
  constructor(
    private readonly lateMs: number,
    private certain: number,
  ) {}

  /** Notes what the newest was at a reading that began at `at`, on the clock of `performance.now()`. */
  mark(newest: number, at: number): void {
    const last = this.marks.at(-1);
    if (last?.newest === newest) return;
    this.marks.push({ at, newest });
  }

  /** What is later than this has to be looked at again. */
  after(now = performance.now()): number {
    for (let first = this.marks[0]; first && first.at <= now - this.lateMs; first = this.marks[0]) {
      this.certain = Math.max(this.certain, first.newest);
      this.marks.shift();
    }
    return this.certain;
  }
}
