import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyDigits, readAmount } from './amount';

describe('readAmount', () => {
  test.each([
    ['11.77', 1177],
    ['0.1', 10],
    ['12', 1200],
    ['.5', 50],
    ['1,234.50', 123450],
    ['-3.20', -320],
    ['+3', 300],
    ['¥1,000', 100000],
    ['-¥8.8', -880],
    ['99元', 9900],
    ['11.7700', 1177],
    ['0.00', 0],
    ['-0', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %i fen', (text, value) => {
    const result = readAmount(text, 2);
    expect(result).toEqual({ value });
    expect(Object.is('value' in result ? result.value : null, -0)).toBe(false);
  });

  test.each(['', '.', '-', 'abc', '1.2.3', '1,23', '12,34.5', '1e3', '0x10', '１２'])(
    '%j is no amount',
    (text) => {
      expect(readAmount(text, 2)).toMatchObject({ reason: { code: 'not-an-amount' } });
    },
  );

  test('more decimals than the currency has are an error, not rounded', () => {
    expect(readAmount('1.005', 2)).toMatchObject({
      reason: { code: 'too-many-decimals', params: { digits: 2 } },
    });
    expect(readAmount('1.5', currencyDigits('JPY'))).toMatchObject({ reason: { code: 'too-many-decimals' } });
    expect(readAmount('1.234', currencyDigits('KWD'))).toEqual({ value: 1234 });
  });

  test('what would lose digits is refused', () => {
    expect(readAmount('90071992547409.92', 2)).toMatchObject({ reason: { code: 'number-too-large' } });
  });

  test('every amount of cents survives the way through its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), fc.boolean(), (cents, negative) => {
        const text = `${negative ? '-' : ''}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(readAmount(text, 2)).toEqual({ value: negative && cents > 0 ? -cents : cents });
      }),
    );
  });
});
