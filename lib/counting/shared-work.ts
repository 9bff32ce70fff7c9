import { untilAborted } from './until-aborted';

interface Entry<T> {
  result: Promise<T>;
  controller: AbortController;
  waiting: number;
}

/**
 * Work under a key is done once for all who ask for it while it is under way. Who aborts leaves at once; when the last
 * one has left, the work itself is aborted.
 */
export class SharedWork<T> {
  private readonly entries = new Map<string, Entry<T>>();

  async run(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const entry = this.entries.get(key) ?? this.begin(key, work);
    entry.waiting += 1;
    try {
      return await untilAborted(entry.result, signal);
    } finally {
      entry.waiting -= 1;
      if (entry.waiting === 0) this.end(key, entry);
    }
  }

  private begin(key: string, work: (signal: AbortSignal) => Promise<T>): Entry<T> {
    const controller = new AbortController();
    const entry: Entry<T> = { result: work(controller.signal), controller, waiting: 0 };
    this.entries.set(key, entry);
    // Whoever waits hears of a failure; when everybody has left, nobody needs to.
    entry.result.catch(() => undefined);
    return entry;
  }

  private end(key: string, entry: Entry<T>): void {
    if (this.entries.get(key) === entry) this.entries.delete(key);
    entry.controller.abort();
  }
}
