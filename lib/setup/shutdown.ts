const SIGNALS = new Map<NodeJS.Signals, number>([
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
]);

const pending: (() => Promise<void>)[] = [];
let ending = false;

/**
 * Has `stop` run when this process is told to end by a signal. Several run one after the other, the latest
 * first (a server before its database); then the process ends with the code a shell expects, 128 + signal.
 * Gives a function that takes `stop` off the list.
 */
export function atShutdown(stop: () => Promise<void>): () => void {
  if (pending.length === 0) for (const name of SIGNALS.keys()) process.on(name, onSignal);
  pending.push(stop);
  return () => {
    const index = pending.indexOf(stop);
    if (index >= 0) pending.splice(index, 1);
    // While ending, a second signal (npm sends one besides the terminal) must not cut the first short.
    if (pending.length === 0 && !ending) for (const name of SIGNALS.keys()) process.off(name, onSignal);
  };
}

/** Whether a signal has come and the process is about to end. */
export const isEnding = () => ending;

async function onSignal(name: NodeJS.Signals): Promise<void> {
  if (ending) return;
  ending = true;
  for (const stop of pending.toReversed()) {
    await stop().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }
  process.exit(128 + (SIGNALS.get(name) ?? 0));
}
