/**
 * Holds requests back while nobody is signed in. The first answer 401 closes the gate, which opens the dialog;
 * signing in opens it again and every request that waits is sent once more. So an expired session loses nothing.
 */
type Outcome = 'signed-in' | 'given-up';

let waiting: { promise: Promise<Outcome>; settle: (outcome: Outcome) => void } | null = null;
const listeners = new Set<() => void>();

function changed() {
  for (const listener of listeners) listener();
}

export const sessionGate = {
  /** Whether requests wait for somebody to sign in. */
  isClosed: (): boolean => waiting !== null,

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Called on 401; resolves when somebody signed in again, or gave up. */
  wait(signal?: AbortSignal): Promise<Outcome> {
    if (!waiting) {
      let settle: (outcome: Outcome) => void = () => {};
      const promise = new Promise<Outcome>((resolve) => {
        settle = resolve;
      });
      waiting = { promise, settle };
      changed();
    }
    const { promise } = waiting;
    if (!signal) return promise;
    return new Promise((resolve, reject) => {
      const stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      promise.then((outcome) => {
        signal.removeEventListener('abort', stop);
        resolve(outcome);
      });
    });
  },

  open(outcome: Outcome): void {
    const opened = waiting;
    waiting = null;
    opened?.settle(outcome);
    changed();
  },
};
