import { expect, test } from 'vitest';
import type { CountsAnswer } from '@/lib/contracts/counts';
import { bandRanges, combinationPort, firstChoices, portKey, sums } from '@/rules-engine/index';
import { countOf, countWithin, gradeSteps } from './score-counts';

const all = gradeSteps.flatMap((recency) =>
  gradeSteps.flatMap((frequency) => gradeSteps.map((monetary) => ({ recency, frequency, monetary }))),
);
const counts: CountsAnswer = {
  ports: Object.fromEntries(all.map((own, i) => [portKey(...combinationPort(own)), { n: i, error: null }])),
  total: 10_000,
  asOf: '2026-06-30T00:00:00.000Z',
  watermark: null,
  engine: 'mirror',
  isWarming: false,
  tookMs: 1,
  diagnostics: [],
};

test('each combination has a port of its own', () => {
  expect(new Set(all.map((own) => countOf(counts, own))).size).toBe(125);
});

test('the bands add up to all combinations', () => {
  const { bands } = firstChoices('order', 'props.amount');
  const parts = bandRanges(bands).map(({ from, to }) => countWithin(counts, from, to) ?? 0);
  const whole = (124 * 125) / 2;
  expect(parts.reduce((sum, n) => sum + n, 0)).toBe(whole);
  expect(countWithin(counts, sums.least, sums.most)).toBe(whole);
});

test('what is not known of one combination is not known of the sum', () => {
  expect(countWithin({ ...counts, ports: {} }, 3, 15)).toBeNull();
  expect(countWithin(null, 3, 15)).toBeNull();
});
