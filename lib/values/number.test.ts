import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NumberFormat, numberFormats } from '@/lib/contracts/number-format';
import { readNumber } from './number';
import { writtenDecimal } from './testing/written-decimal';

const read = (text: string, format?: NumberFormat) => {
  const result = readNumber(text, format);
  return 'value' in result ? result.value : result.reason.code;
};

describe('readNumber', () => {
  test.each<[string, NumberFormat | undefined, number | string]>([
    ['1,234', undefined, 1234],
    ['1,234', '1.234,5', 1.234],
    ['1.234,5', '1.234,5', 1234.5],
    ['1234,5', '1.234,5', 1234.5],
    ['1.234.567', '1.234,5', 1_234_567],
    ['1 234,56', '1 234,5', 1234.56],
    ["1'234.50", "1'234.5", 1234.5],
    ['1234', '1234,5', 1234],
    ['1,5e3', '1234,5', 1500],
    ['1.5E-05', undefined, 0.000015],
    ['(3)', undefined, -3],
    ['3-', undefined, -3],
    ['−3', undefined, -3],
    ['１２', undefined, 12],
    ['-0', undefined, 0],
    ['0.30000000000000004', undefined, 0.30000000000000004],
    ['1.234', '1234,5', 'not-a-number'],
    ['0.200', '1.234,5', 'not-a-number'],
    ['1.23', '1.234,5', 'not-a-number'],
    ['1,234', '1 234.5', 'not-a-number'],
    ['5²', undefined, 'not-a-number'],
    ['5%', undefined, 'not-a-number'],
    ['5 kg', undefined, 'not-a-number'],
    ['9007199254740993', undefined, 'number-too-large'],
    ['1e400', undefined, 'number-too-large'],
    ['1e-400', undefined, 'number-not-exact'],
    ['0.12345678901234567890', undefined, 'number-not-exact'],
  ])('%s written as %s is %s', (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  test.each(numberFormats)('what is written as %s is read back exactly', (format) => {
    const decimals = fc.nat(6);
    fc.assert(
      fc.property(fc.nat(2 ** 31), decimals, fc.boolean(), fc.nat(7), (n, digits, negative, way) => {
        const text = writtenDecimal(n, digits, { format, negative, way });
        const value = Number(`${n}e-${digits}`);
        expect(read(text, format), text).toBe(negative && n > 0 ? -value : value);
      }),
    );
  });

  test('a double’s own digits are that double, and no other text is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const result = read(String(value));
        if (typeof result === 'number') expect(result).toBe(value === 0 ? 0 : value);
        else expect(Number.isInteger(value) && !Number.isSafeInteger(value)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{0,30}\.\d{0,30}[1-9]$/), (text) => {
        const result = read(text);
        if (typeof result === 'number') expect(String(result)).toBe(text);
      }),
    );
  });
});
