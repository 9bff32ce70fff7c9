import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NumberFormat, numberFormats } from '@/lib/contracts/number-format';
import { currencyDigits, readAmount } from './amount';
import { writtenDecimal } from './testing/written-decimal';

const read = (text: string, currency = 'CNY', format?: NumberFormat) =>
  readAmount(text, { currency, digits: currencyDigits(currency), format });

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
    ['¥-8.8', -880],
    ['99元', 9900],
    ['11.7700', 1177],
    ['0.00', 0],
    ['-0', 0],
    ['(12.00)', -1200],
    ['(¥12.00)', -1200],
    ['¥(12.00)', -1200],
    ['12.00-', -1200],
    ['−12.00', -1200],
    ['5 CNY', 500],
    ['CNY 5', 500],
    ['cny5', 500],
    ['￥5', 500],
    ['¥ 5', 500],
    ['CN¥5.5元', 550],
    ['１２．５０', 1250],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %i fen', (text, value) => {
    const result = read(text);
    expect(result).toEqual({ value });
    expect(Object.is('value' in result ? result.value : null, -0)).toBe(false);
  });

  test.each<[string, string, NumberFormat, number]>([
    ['1.200', 'EUR', '1.234,5', 120000],
    ['1.200', 'EUR', '1,234.5', 120],
    ['1.234,50', 'EUR', '1.234,5', 123450],
    ['1 234,56', 'EUR', '1 234,5', 123456],
    ['1\u00a0234,56 €', 'EUR', '1 234,5', 123456],
    ['1\u202f234,56', 'EUR', '1 234,5', 123456],
    ['1\u2009234.56', 'USD', '1 234.5', 123456],
    ["1'234.50", 'CHF', "1'234.5", 123450],
    ['CHF 1’234.50', 'CHF', "1'234.5", 123450],
    ['€12.00', 'EUR', '1,234.5', 1200],
    ['12,00 €', 'EUR', '1.234,5', 1200],
    ['$12.00', 'USD', '1,234.5', 1200],
    ['US$12.00', 'USD', '1,234.5', 1200],
    ['HK$5', 'HKD', '1,234.5', 500],
    ['$5', 'HKD', '1,234.5', 500],
    ['£5', 'GBP', '1,234.5', 500],
    ['¥5', 'JPY', '1,234.5', 5],
    ['1,200円', 'JPY', '1,234.5', 1200],
  ])('%s in %s written as %s is %i', (text, currency, format, value) => {
    expect(read(text, currency, format)).toEqual({ value });
  });

  test.each([
    ['$12.00', 'CNY'],
    ['€12.00', 'CNY'],
    ['£5', 'CNY'],
    ['HK$5', 'CNY'],
    ['HK$5', 'USD'],
    ['5 USD', 'CNY'],
    ['USD 5', 'CNY'],
    ['¥5', 'USD'],
    ['99元', 'EUR'],
    ['-€3', 'CNY'],
    ['(US$3)', 'CNY'],
  ])('%s in a column of %s is another currency', (text, currency) => {
    expect(read(text, currency)).toMatchObject({
      reason: { code: 'other-currency', params: { value: text, currency } },
    });
  });

  test.each([
    ...['', '.', '-', 'abc', '1.2.3', '1,23', '12,34.5', '1e3', '0x10', '5²', '①', '-(5)', '(5', '5)', '--5'],
    ...['0,123', '5-6', '5 5', '5 XYQ', 'Q5', '1 234', "1'234", '5k'],
  ])('%j is no amount', (text) => {
    expect(read(text)).toMatchObject({ reason: { code: 'not-an-amount' } });
  });

  test('more decimals than the currency has are an error, not rounded', () => {
    expect(read('1.005')).toMatchObject({
      reason: { code: 'too-many-decimals', params: { digits: 2 } },
    });
    expect(read('1.5', 'JPY')).toMatchObject({ reason: { code: 'too-many-decimals' } });
    expect(read('1.234', 'KWD')).toEqual({ value: 1234 });
  });

  test('what would lose digits is refused', () => {
    expect(read('90071992547409.92')).toMatchObject({ reason: { code: 'number-too-large' } });
  });

  test('what is accepted has the digits of its text, whatever stands between them', () => {
    const text = fc
      .array(fc.constantFrom(...'0123456789.,- ()+¥$−０'), { maxLength: 12 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...numberFormats), (cell, format) => {
        const result = read(cell, 'CNY', format);
        if (!('value' in result)) return;
        const [whole = '', fraction = ''] = cell
          .replaceAll('０', '0')
          .replace(format.at(-2) === ',' ? /[^\d,]/g : /[^\d.]/g, '')
          .split(/[.,]/);
        const cents = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
        expect(Math.abs(result.value)).toBe(cents);
        expect(fraction.slice(2)).toMatch(/^0*$/);
        expect(result.value < 0).toBe(cents > 0 && /[-−(]/.test(cell));
      }),
      { numRuns: 3_000 },
    );
  });

  test.each(numberFormats)('every amount written as %s is read back to the cent', (format) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), fc.boolean(), fc.nat(7), (cents, negative, way) => {
        const text = writtenDecimal(cents, 2, { format, negative, way });
        expect(read(text, 'CNY', format), text).toEqual({ value: negative && cents > 0 ? -cents : cents });
      }),
    );
  });
});
