/** Grades of one number: fifths of the members. */
export const grades = 5;
/** What the grades of R, F and M add up to. */
export const sums = { least: 3, most: 3 * grades } as const;
export const mostBands = sums.most - sums.least + 1;

export interface ScoreBand {
  id: string;
  /** The lowest sum that is in it. */
  from: number;
}

/** Bands of the sum to begin with, highest first. */
export const bandStarts: readonly ScoreBand[] = [
  { id: 'core', from: 13 },
  { id: 'important', from: 10 },
  { id: 'regular', from: 7 },
  { id: 'quiet', from: 4 },
  { id: 'dormant', from: 3 },
];

/** Highest first, each with a bound of its own, the last one with the least sum there is: everybody is in one. */
export function orderedBands(bands: readonly ScoreBand[]): ScoreBand[] {
  const sorted = [...bands].sort((a, b) => b.from - a.from);
  return sorted.map((band, i) => ({ ...band, from: i === sorted.length - 1 ? sums.least : band.from }));
}

/** The sums in each band, both ends in it. */
export function bandRanges(bands: readonly ScoreBand[]): { id: string; from: number; to: number }[] {
  return bands.map(({ id, from }, i) => ({ id, from, to: (bands[i - 1]?.from ?? sums.most + 1) - 1 }));
}

/** One more band: the widest is parted in the middle. Null when each has one sum already. */
export function withBand(bands: readonly ScoreBand[], id: string): ScoreBand[] | null {
  const [widest] = bandRanges(bands).sort((a, b) => b.to - b.from - (a.to - a.from));
  if (!widest || widest.to === widest.from) return null;
  const from = widest.from + Math.ceil((widest.to - widest.from + 1) / 2);
  return orderedBands([...bands, { id, from }]);
}
