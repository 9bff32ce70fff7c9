import { type Measure, seconds } from './report';

/** A time that is promised absolutely, for up to so many members; above, the figure stands without a verdict. */
export function withinLimit(name: string, ms: number, limitMs: number | null, detail = ''): Measure {
  return {
    name,
    ours: `${seconds(ms)}${detail}`,
    theirs: limitMs === null ? '–' : `limit ${seconds(limitMs)}`,
    ratio: limitMs === null ? null : limitMs / ms,
    promised: limitMs === null ? null : 1,
  };
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
