import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFormatSchema } from '@/lib/contracts/import-mapping';
import { dayReader } from './day-format';

const read = (format: string, text: string) => {
  const found = dayReader(format)(text);
  return 'day' in found ? found.day.toISOString().replace('T00:00:00.000Z', '') : found.reason;
};

describe('dayReader', () => {
  test.each([
    ['YYYYMMDD', '19900501', '1990-05-01'],
    ['YYYY-MM-DD', '1900-01-01', '1900-01-01'],
    ['YYYY-MM-DD', '1583-10-15', '1583-10-15'],
    ['YYYY-MM-DD', '9999-12-31', '9999-12-31'],
    ['YYYY/MM/DD', '1990/5/1', '1990-05-01'],
    ['DD/MM/YYYY', '01/05/1990', '1990-05-01'],
    ['YYYY年MM月DD日', '1990年5月1日', '1990-05-01'],
    ['iso', '2024-02-29', '2024-02-29'],
    ['DD-MMM-YY(1930)', '1-May-90', '1990-05-01'],
    ['excel-1900', '32994', '1990-05-01'],
    ['YYYY-MM-DD HH:mm:ss', '1990-05-01 00:00:00', '1990-05-01'],
    // Databases and spreadsheets write midnight behind a day.
    ['iso', '1990-05-01T00:00:00', '1990-05-01'],
    ['YYYY-MM-DD', '1990-05-01 00:00:00.000', '1990-05-01'],
    ['YYYY/MM/DD', '1990/5/1 0:00', '1990-05-01'],
    ['MM/DD/YYYY', '5/1/1990 12:00:00 AM', '1990-05-01'],
  ])('%s reads %s as %s', (format, text, day) => {
    expect(read(format, text)).toBe(day);
  });

  test.each([
    ['iso', '1990-05-01T08:00:00'],
    ['iso', '1990-05-01T00:00:00Z'],
    ['iso', '1990-05-01T00:00:00+08:00'],
    ['YYYY-MM-DD', '1990-05-01 00:00:00 UTC'],
    ['YYYY-MM-DD', '1990-05-01 23:59'],
    ['YYYY-MM-DD HH:mm', '1990-05-01 08:00'],
    ['excel-1900', '32994.5'],
    ['YYYY/MM/DD', '1990/5/1 0:00:00.5'],
    ['MM/DD/YYYY', '5/1/1990 12:00:00 PM'],
  ])('%s refuses the time of %s', (format, text) => {
    expect(read(format, text)).toBe('day-with-time');
  });

  test.each([
    ['iso', '1990-5-1'],
    ['iso', '19900501'],
    ['YYYY-MM-DD', '2023-02-29'],
    ['YYYY-MM-DD', '2023-02-29 00:00:00'],
    ['YYYY-MM-DD', '0001-01-01'],
    ['YYYY-MM-DD', '0190-05-01'],
    ['YYYY-MM-DD', '1990-05-01 or so'],
    ['YYYYMMDD', '199005011'],
    ['DD/MM/YYYY', '31/02/1990 08:00'],
  ])('%s refuses %s', (format, text) => {
    expect(read(format, text)).toBe('not-a-date');
  });

  test('reads every day as itself', () => {
    const last = Date.UTC(2200, 11, 31) / 86_400_000;
    const first = Date.UTC(1800, 0, 1) / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(read('iso', text)).toBe(text);
        expect(read('YYYYMMDD', text.replaceAll('-', ''))).toBe(text);
      }),
    );
  });
});

test.each(['epoch-seconds', 'epoch-milliseconds', 'YYYY-MM'])('%s is no way to write a day', (format) => {
  expect(dayFormatSchema.safeParse(format).success).toBe(false);
});
