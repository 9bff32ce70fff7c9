const BASE_MS = 2_000;
const CAP_MS = 300_000;

/** Full jitter: anything between now and twice as long as the time before, so that failures don't march in step. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt - 1, 20)));
}
