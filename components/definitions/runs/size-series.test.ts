import { describe, expect, it } from 'vitest';
import { type SizePoint, sizeSeries } from './size-series';

const point = (size: number, counts: Record<string, number>): SizePoint => ({
  run: `r${size}`,
  version: 1,
  asOf: '2026-11-22T00:00:00Z',
  finishedAt: '2026-11-22T00:00:01Z',
  size,
  counts: Object.entries(counts).map(([value, n]) => ({ value, label: { zh: value, en: value }, n })),
});

describe('sizes over time', () => {
  it('are one series for a segment', () => {
    expect(sizeSeries([point(3, { '': 3 }), point(5, { '': 5 })])).toEqual([
      { value: '', label: null, sizes: [3, 5] },
    ]);
  });

  it('have one for each value of a tag, gaps where it was not there', () => {
    const series = sizeSeries([point(3, { low: 1, mid: 2 }), point(9, { high: 4, low: 5 })]);
    expect(series.map(({ value, sizes }) => [value, sizes])).toEqual([
      ['', [3, 9]],
      ['high', [null, 4]],
      ['low', [1, 5]],
      ['mid', [2, null]],
    ]);
  });
});
