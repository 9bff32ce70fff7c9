import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWhole, sameNumber } from './typed-number';

describe('a number that is being typed', () => {
  test.each([
    [Number.NaN, {}, false],
    [7, { minValue: 1, maxValue: 366, step: 1 }, true],
    [0, { minValue: 1 }, false],
    [367, { maxValue: 366 }, false],
    [1.5, { step: 1 }, false],
    [2.5, { minValue: 0.5, step: 1 }, true],
    [19.99, { formatOptions: { maximumFractionDigits: 2 } }, true],
    [19.999, { formatOptions: { maximumFractionDigits: 2 } }, false],
    [0.1234, {}, false],
  ])('%s within %o: %s', (typed, limits, is) => expect(isWhole(typed, limits)).toBe(is));

  test('every amount of cents is one, whatever dividing makes of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        expect(isWhole(cents / 100, { formatOptions: { maximumFractionDigits: 2 } })).toBe(true);
        expect(sameNumber(cents / 100, (cents / 100 / 100) * 100)).toBe(true);
        expect(sameNumber(cents / 100, (cents + 1) / 100)).toBe(false);
      }),
    );
  });
});
