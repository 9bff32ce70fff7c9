import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  civilFromDay,
  dayFromCivil,
  endOfDay,
  formatDay,
  isTimeZone,
  localDay,
  monthDayOf,
  parseDay,
  startOfDay,
} from './zone';

/** Zones with whole, half and quarter hours, both hemispheres, changes at midnight, skipped days, and local mean time. */
const zones = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'America/Asuncion',
  'Europe/London',
  'Europe/Moscow',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'Pacific/Chatham',
  'Antarctica/Troll',
];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(1902, 0, 1), max: Date.UTC(2045, 0, 1) });
const day = fc.integer({ min: dayOf('1902-01-01'), max: dayOf('2045-01-01') });
const settings = { numRuns: 2_000 };

function dayOf(text: string): number {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

/** The date on the wall, as another part of the runtime writes it. */
function written(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'gregory', dateStyle: 'short' }).format(at);
}

describe('the local day', () => {
  test('is the date on the wall', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        expect(formatDay(localDay(at, timeZone))).toBe(written(at, timeZone));
      }),
      settings,
    );
  });

  test('begins at its start and ends at its end', () => {
    fc.assert(
      fc.property(day, zone, (date, timeZone) => {
        const start = startOfDay(date, timeZone);
        const end = endOfDay(date, timeZone);
        expect(localDay(start - 1, timeZone)).toBeLessThan(date);
        expect(localDay(end + 1, timeZone)).toBeGreaterThan(date);
        // A day that the zone skipped has no instants.
        if (start > end) return expect(localDay(start, timeZone)).toBeGreaterThan(date);
        expect(localDay(start, timeZone)).toBe(date);
        expect(localDay(end, timeZone)).toBe(date);
      }),
      settings,
    );
  });

  test('holds an instant exactly when it lies between its start and its end', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: -2, max: 2 }), (at, timeZone, offset) => {
        const date = localDay(at, timeZone) + offset;
        const inside = startOfDay(date, timeZone) <= at && at <= endOfDay(date, timeZone);
        expect(inside).toBe(offset === 0);
      }),
      settings,
    );
  });
});

describe('changes of the clock', () => {
  const iso = (date: string, timeZone: string) => new Date(startOfDay(dayOf(date), timeZone)).toISOString();
  const hours = (date: string, timeZone: string) =>
    (endOfDay(dayOf(date), timeZone) + 1 - startOfDay(dayOf(date), timeZone)) / 3_600_000;

  test('São Paulo skips midnight in November 2018: the day begins at one', () => {
    expect(iso('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(hours('2018-11-04', 'America/Sao_Paulo')).toBe(23);
    expect(hours('2018-11-03', 'America/Sao_Paulo')).toBe(24);
    // In February the last hour of the day comes twice.
    expect(hours('2018-02-17', 'America/Sao_Paulo')).toBe(25);
  });

  test('Shanghai had summer time from 1986 to 1991', () => {
    expect(iso('1986-05-03', 'Asia/Shanghai')).toBe('1986-05-02T16:00:00.000Z');
    expect(hours('1986-05-04', 'Asia/Shanghai')).toBe(23);
    expect(iso('1988-07-01', 'Asia/Shanghai')).toBe('1988-06-30T15:00:00.000Z');
    expect(hours('1991-09-15', 'Asia/Shanghai')).toBe(25);
    expect(iso('1992-07-01', 'Asia/Shanghai')).toBe('1992-06-30T16:00:00.000Z');
  });

  test('Apia had no 30 December 2011: it begins where the next day does', () => {
    expect(iso('2011-12-29', 'Pacific/Apia')).toBe('2011-12-29T10:00:00.000Z');
    expect(iso('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(iso('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0);
    expect(hours('2011-12-31', 'Pacific/Apia')).toBe(24);
  });

  test('Lord Howe moves by half an hour', () => {
    expect(hours('2024-04-07', 'Australia/Lord_Howe')).toBe(24.5);
  });
});

describe('the calendar', () => {
  test('dates come back from their text and from their parts', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parseDay(formatDay(date))).toBe(date);
        expect(dayFromCivil(civilFromDay(date))).toBe(date);
      }),
    );
  });

  test('what is no date has no day', () => {
    for (const text of [
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-1-1',
      '2024-01-01T00:00Z',
      '',
      ' 2024-01-01',
    ])
      expect(parseDay(text)).toBeNull();
    expect(parseDay('2024-02-29')).not.toBeNull();
  });

  test('months later, on the same day or on the last of a shorter month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const from = civilFromDay(date);
        const to = civilFromDay(addMonths(date, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        const lastOfMonth = civilFromDay(addMonths(date, months) + 1).day === 1;
        expect(to.day === from.day || (to.day < from.day && lastOfMonth)).toBe(true);
      }),
    );
    expect(formatDay(addMonths(dayOf('2024-01-31'), 1))).toBe('2024-02-29');
    expect(formatDay(addMonths(dayOf('2024-02-29'), -12))).toBe('2023-02-28');
  });

  test('month and day as one number', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const [, month, dayOfMonth] = written(at, timeZone).split('-').map(Number);
        expect(monthDayOf(at, timeZone)).toBe((month ?? 0) * 100 + (dayOfMonth ?? 0));
      }),
    );
  });

  test('dates that stand for “unknown” or “never” in other systems, and the ends of time', () => {
    const firstOfJanuary = Date.parse('0001-01-01T00:00:00Z');
    expect(localDay(firstOfJanuary, 'UTC')).toBe(firstOfJanuary / 86_400_000);
    expect(monthDayOf(firstOfJanuary, 'America/New_York')).toBe(1231);
    expect(formatDay(dayOf('0001-01-01'))).toBe('0001-01-01');
    expect(monthDayOf(Date.parse('9999-12-31T23:59:59.999Z'), 'Asia/Shanghai')).toBe(101);
    expect(monthDayOf(Date.parse('-000044-03-15T12:00:00Z'), 'UTC')).toBe(315);
    for (const end of [-8.64e15, 8.64e15]) {
      for (const timeZone of zones) {
        expect(Math.abs(localDay(end, timeZone) - end / 86_400_000)).toBeLessThanOrEqual(1);
        expect(Number.isInteger(monthDayOf(end, timeZone))).toBe(true);
      }
    }
  });

  test('only zones that the runtime knows are zones', () => {
    expect(zones.filter((name) => !isTimeZone(name))).toEqual([]);
    for (const name of ['', 'Nowhere', 'Asia/Beijing!', 'constructor']) expect(isTimeZone(name)).toBe(false);
  });
});
