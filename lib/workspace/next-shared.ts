/**
 * Work that gives the state of this moment, done for many at once: whoever asks shares the next run, which begins after
 * they asked, and never one that is under way.
 */
export class NextShared<T> {
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<T> | null = null;

  constructor(private readonly work: () => Promise<T>) {}

  get(): Promise<T> {
    this.next ??= this.running.then(() => {
      this.next = null;
      const run = this.work();
      this.running = run.catch(() => undefined);
      return run;
    });
    return this.next;
  }
}
