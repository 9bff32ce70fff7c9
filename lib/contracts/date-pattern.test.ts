import { describe, expect, test } from 'vitest';
import { datePattern, pivotOf, withPivot } from './date-pattern';
import { dateFormatSchema } from './import-mapping';

describe('a pattern of dates', () => {
  test.each([
    'YYYYMMDD',
    'YYYY/MM/DD HH:mm',
    'YYYY年MM月DD日',
    'YYYYMMDDHHmmssSSS',
    'DD-MMM-YY',
    'DD/MM/YY(1930)',
    'MM/DD/YYYY hh:mm A',
    'YYYY-MM-DD HH:mm:ssZ',
    'YYYY(MM)DD',
    'iso',
    'excel-1904',
  ])('%s is one', (format) => {
    expect(dateFormatSchema.safeParse(format).success).toBe(true);
  });

  test.each([
    ...['', 'YYYY', 'MM/DD', 'YYYY/MM', 'YYYY/MM/DD/DD', 'YY/YYYY/MM/DD', 'MM MMM DD YYYY', 'YYYYMMDDx'],
    ...['YYYY/MM/DD hh:mm', 'YYYY/MM/DD HH:mm A', 'DD/MM/YY(2101)', 'DD/MM/YY(1849)', 'excel'],
  ])('%j is none', (format) => {
    expect(dateFormatSchema.safeParse(format).success).toBe(false);
  });

  test('knows the first year of two digits, and takes another', () => {
    expect(pivotOf('DD/MM/YY')).toBe(1970);
    expect(pivotOf('DD/MM/YY(1930)')).toBe(1930);
    expect(pivotOf('DD/MM/YYYY')).toBeNull();
    expect(withPivot('DD/MM/YY', 1930)).toBe('DD/MM/YY(1930)');
    expect(withPivot('DD/MM/YY(1930) HH:mm', 1950)).toBe('DD/MM/YY(1950) HH:mm');
    expect(withPivot('DD/MM/YYYY', 1950)).toBe('DD/MM/YYYY');
    expect(datePattern('YY(1930)')).toBeNull();
  });
});
