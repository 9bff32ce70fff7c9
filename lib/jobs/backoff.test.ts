import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from './backoff';

it('is anything from nothing up to a bound that doubles and is capped at five minutes', () => {
  expect([1, 2, 3, 9, 100].map((attempt) => backoffMs(attempt, () => 1))).toEqual([
    2_000, 4_000, 8_000, 300_000, 300_000,
  ]);
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), unit, (attempt, random) => {
      const wait = backoffMs(attempt, () => random);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(300_000);
    }),
  );
});
