/** Where lines for the person at the keyboard go: stderr, because stdout may carry JSON. */
export type Report = (line: string) => void;

export const reportToStderr: Report = (line) => {
  process.stderr.write(`${line}\n`);
};

export const silent: Report = () => undefined;

const SHOW_AFTER_MS = 2_000;
const REPEAT_EVERY_MS = 15_000;

/**
 * Runs `work` and says so when it takes longer than two seconds: once then, every fifteen seconds after,
 * and at the end with the time it took. What is quick stays silent.
 */
export async function withProgress<T>(report: Report, label: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  let shown = false;
  let timer: NodeJS.Timeout;
  const show = () => {
    report(shown ? `${label} … ${seconds()} s` : `${label} …`);
    shown = true;
    timer = setTimeout(show, REPEAT_EVERY_MS);
    timer.unref();
  };
  timer = setTimeout(show, SHOW_AFTER_MS);
  timer.unref();
  try {
    const result = await work();
    if (shown) report(`${label}: done in ${seconds()} s`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
