import os from 'node:os';

/** One line of the report: what was measured against what, and the ratio that is promised. */
export interface Measure {
  name: string;
  /** What each side took or did, in words. */
  ours: string;
  theirs: string;
  /** Speed of ours by theirs; above 1 ours is faster. Null where nothing is compared. */
  ratio: number | null;
  /** The least ratio that is promised; null for a figure without a promise. */
  promised: number | null;
}

export function machine(): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} cores, ${memory} GiB, node ${process.version}`;
}

/** The measures as a Markdown table, as README shows it. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map(({ name, ours, theirs, ratio, promised }) => {
    const shown = ratio === null ? '–' : `${ratio.toFixed(2)}×`;
    const verdict = ratio === null || promised === null ? '' : ratio >= promised ? ' ✓' : ' ✗';
    return `| ${name} | ${ours} | ${theirs} | ${shown}${verdict} | ${promised === null ? '–' : `≥ ${promised.toFixed(2)}×`} |`;
  });
  return ['| what | ours | against | ratio | promised |', '|---|---|---|---|---|', ...rows].join('\n');
}

export function seconds(ms: number): string {
  return ms < 10_000 ? `${Math.round(ms).toLocaleString('en')} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function perSecond(n: number, ms: number): string {
  return `${Math.round((n / ms) * 1000).toLocaleString('en')}/s`;
}

/** How long something takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The median of several runs of two sides in turn, so that a noisy moment hits both. */
export async function sideBySide(
  runs: number,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<{ ours: number; theirs: number }> {
  const measured: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let run = 0; run < runs; run += 1) {
    measured.ours.push(await timed(ours));
    measured.theirs.push(await timed(theirs));
  }
  return { ours: median(measured.ours), theirs: median(measured.theirs) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
