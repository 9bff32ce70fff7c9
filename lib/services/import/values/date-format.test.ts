import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateReader } from './date-format';
import { localToInstant } from './local-time';

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
  ])('%s refuses %s', (format, text) => {
    expect(read(format, text)).toBeNull();
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
