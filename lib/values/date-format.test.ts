import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateReader, readDateParts } from './date-format';
import { CERTAIN_DATE_FORMATS, dateFormatsFor } from './date-formats';
import { localToInstant } from './local-time';
import { arbitraryParts, kept, writtenDate } from './testing/written-date';

const writtenFormats = [...new Set([...CERTAIN_DATE_FORMATS, ...dateFormatsFor('birthday')])];

const shanghai = localToInstant('Asia/Shanghai');
const newYork = localToInstant('America/New_York');
const read = (format: string, text: string, zone = shanghai) =>
  dateReader(format, zone)(text)?.toISOString() ?? null;

describe('dateReader', () => {
  test.each([
    ['YYYYMMDD', '19970101', '1996-12-31T16:00:00.000Z'],
    ['YYYY/MM/DD HH:mm', '2026/1/5 8:03', '2026-01-05T00:03:00.000Z'],
    ['YYYY-MM-DD', '2024-02-29', '2024-02-28T16:00:00.000Z'],
    ['YYYY年MM月DD日', '2026年11月22日', '2026-11-21T16:00:00.000Z'],
    ['YYYYMMDDHHmmss', '20261111200001', '2026-11-11T12:00:01.000Z'],
    ['DD/MM/YYYY', '05/01/2026', '2026-01-04T16:00:00.000Z'],
    ['YYYY-MM-DD HH:mm:ss.SSS', '2026-01-05 00:00:00.123', '2026-01-04T16:00:00.123Z'],
    ['epoch-seconds', '1763740800', '2025-11-21T16:00:00.000Z'],
    ['epoch-milliseconds', '1763740800123', '2025-11-21T16:00:00.123Z'],
    ['iso', '2026-01-05', '2026-01-04T16:00:00.000Z'],
    ['iso', '2026-01-05T08:00:00', '2026-01-05T00:00:00.000Z'],
    ['iso', '2026-01-05T08:00:00Z', '2026-01-05T08:00:00.000Z'],
    ['iso', '2026-01-05T08:00:00.5-05:00', '2026-01-05T13:00:00.500Z'],
    ['iso', '2026-01-05 08:00:00+0800', '2026-01-05T00:00:00.000Z'],
    ['iso', '2026-01-05T10:00:00+08', '2026-01-05T02:00:00.000Z'],
    ['iso', '2026-01-05 10:00:00 UTC', '2026-01-05T10:00:00.000Z'],
    ['iso', '2026-01-05T10:00:00 UTC+8', '2026-01-05T02:00:00.000Z'],
    ['iso', '2026-01-05T10:00:00−05:00', '2026-01-05T15:00:00.000Z'],
    ['iso', '2026-01-05T10:00:00+18:00', '2026-01-04T16:00:00.000Z'],
    ['YYYY/MM/DD HH:mm:ssZ', '2026/1/5 10:00:00 +0800', '2026-01-05T02:00:00.000Z'],
    ['YYYY/MM/DD HH:mm:ssZ', '2026/1/5 10:00:00Z', '2026-01-05T10:00:00.000Z'],
    ['MM/DD/YY', '9/7/11', '2011-09-06T16:00:00.000Z'],
    ['DD/MM/YY(1970)', '9/7/11', '2011-07-08T16:00:00.000Z'],
    ['DD/MM/YY(1930)', '9/7/55', '1955-07-08T16:00:00.000Z'],
    ['DD/MM/YY(1970)', '9/7/70', '1970-07-08T16:00:00.000Z'],
    ['DD/MM/YY(1970)', '9/7/69', '2069-07-08T16:00:00.000Z'],
    ['DD-MMM-YY', '7-Sep-11', '2011-09-06T16:00:00.000Z'],
    ['MMM DD, YYYY', 'Sept. 7, 2011', '2011-09-06T16:00:00.000Z'],
    ['MMM DD, YYYY', 'SEPTEMBER 7, 2011', '2011-09-06T16:00:00.000Z'],
    ['MM/DD/YYYY hh:mm A', '9/7/2011 12:05 AM', '2011-09-06T16:05:00.000Z'],
    ['MM/DD/YYYY hh:mm A', '9/7/2011 1:05 p.m.', '2011-09-07T05:05:00.000Z'],
    ['YYYY/MM/DD A hh:mm:ss', '2026/1/5 下午 8:03:09', '2026-01-05T12:03:09.000Z'],
    ['YYYY/MM/DD A hh:mm:ss', '2026/1/5 上午8:03:09', '2026-01-05T00:03:09.000Z'],
    ['YYYY/MM/DD', '２０２６／０１／０５', '2026-01-04T16:00:00.000Z'],
    ['YYYY-MM-DD HH:mm:ss.SSS', '2026-01-05 00:00:00.5', '2026-01-04T16:00:00.500Z'],
    ['excel-1900', '40878.351388888885', '2011-12-01T00:26:00.000Z'],
    ['excel-1900', '40878', '2011-11-30T16:00:00.000Z'],
    ['excel-1900', '61', '1900-02-28T15:54:17.000Z'],
    ['excel-1900', '59', '1900-02-27T15:54:17.000Z'],
    ['excel-1904', '39416', '2011-11-30T16:00:00.000Z'],
  ])('%s reads %s', (format, text, instant) => {
    expect(read(format, text)).toBe(instant);
  });

  test.each([
    ['YYYYMMDD', '19970230'],
    ['YYYYMMDD', '1997010'],
    ['YYYYMMDD', '199701011'],
    ['YYYY-MM-DD', '2023-02-29'],
    ['YYYY-MM-DD', '2026/01/05'],
    ['YYYY-MM-DD HH:mm', '2026-01-05 24:00'],
    ['iso', '05.01.2026'],
    ['iso', '2026-13-01'],
    ['epoch-seconds', '13800138000000'],
    ['YYYY-MM-DD', '0000-01-01'],
    ['DD/MM/YYYY', '31/02/2026'],
    ['MM/DD/YYYY', '13/01/2026'],
    ['DD-MMM-YYYY', '7-Sem-2011'],
    ['MM/DD/YYYY hh:mm A', '9/7/2011 13:05 PM'],
    ['MM/DD/YYYY hh:mm A', '9/7/2011 0:05 AM'],
    ['MM/DD/YYYY hh:mm A', '9/7/2011 1:05'],
    ['DD/MM/YY', '9/7/2011'],
    ['iso', '2026-01-05T10:00:00+18:01'],
    ['iso', '2026-01-05T10:00:00+19'],
    ['iso', '2026-01-05T10:00:00+08:60'],
    ['excel-1900', '60'],
    ['excel-1900', '0'],
    ['excel-1900', '-3'],
  ])('%s refuses %s', (format, text) => {
    expect(read(format, text)).toBeNull();
  });

  test.each([
    ['DD/MM/YYYY', '9/7/2011', { year: 2011, month: 7, day: 9, time: null, offset: null }],
    ['iso', '2026-01-05T08:30Z', { year: 2026, month: 1, day: 5, time: 30_600_000, offset: 0 }],
    ['iso', '2026-01-05T00:00-03:30', { year: 2026, month: 1, day: 5, time: 0, offset: -12_600_000 }],
    ['excel-1900', '40878', { year: 2011, month: 12, day: 1, time: null, offset: null }],
    ['excel-1900', '40878.5', { year: 2011, month: 12, day: 1, time: 43_200_000, offset: null }],
    ['epoch-seconds', '-1', { year: 1969, month: 12, day: 31, time: 86_399_000, offset: 0 }],
  ])('%s has the parts of %s', (format, text, parts) => {
    expect(readDateParts(text, format)).toEqual(parts);
  });

  test('every day and time is read back as the format has written it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...writtenFormats), arbitraryParts, (format, parts) => {
        expect(readDateParts(writtenDate(parts, format), format), format).toEqual(kept(parts, format));
      }),
      { numRuns: 5_000 },
    );
  });

  test('a reading that occurs twice is the first, one that never occurs is an hour later', () => {
    expect(read('YYYY-MM-DD HH:mm', '2025-11-02 01:30', newYork)).toBe('2025-11-02T05:30:00.000Z');
    expect(read('YYYY-MM-DD HH:mm', '2025-03-09 02:30', newYork)).toBe('2025-03-09T07:30:00.000Z');
  });

  test.each([
    'Asia/Shanghai',
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  ])('what %s shows for an instant leads back to it, unless the clock showed it twice', (zone) => {
    const toInstant = localToInstant(zone);
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const wallOf = (at: number) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0) / 1000, max: Date.UTC(2035, 0) / 1000 }), (seconds) => {
        const at = seconds * 1000;
        const back = toInstant(wallOf(at));
        expect(wallOf(back)).toBe(wallOf(at));
        expect(at - back).toBeGreaterThanOrEqual(0);
        expect(at - back).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 300 },
    );
  });
});
