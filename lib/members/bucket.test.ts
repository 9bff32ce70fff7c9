import { expect, test } from 'vitest';
import { BUCKETS, bucketOf } from './bucket';
import { newMemberId } from './member-id';

test('is stable: a change would move members between samples', () => {
  expect(['demo000000', 'demo000001', 'm1', '王'].map(bucketOf)).toMatchInlineSnapshot(`
    [
      5876,
      4722,
      5777,
      3451,
    ]
  `);
});

test.each([
  ['ids that differ in the last digits only', (i: number) => `demo${String(i).padStart(6, '0')}`],
  ['new ids', () => newMemberId()],
])('spreads %s evenly', (_, idOf) => {
  const cells = 100;
  const n = 50_000;
  const counts = new Array<number>(cells).fill(0);
  for (let i = 0; i < n; i += 1) {
    const cell = Math.floor((bucketOf(idOf(i)) * cells) / BUCKETS);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - n / cells) ** 2 / (n / cells), 0);
  // 99 degrees of freedom: beyond 160 with a chance of one in ten thousand.
  expect(chiSquare).toBeLessThan(160);
});

test('new ids are unique, in the order of time, and fit in URLs and spreadsheets', () => {
  const ids = Array.from({ length: 1_000 }, () => newMemberId());
  expect(new Set(ids).size).toBe(1_000);
  expect(newMemberId(1_000_000) < newMemberId(2_000_000)).toBe(true);
  expect(ids.every((id) => /^m[0-9a-z]{22}$/.test(id))).toBe(true);
});
