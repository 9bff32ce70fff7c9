import fc from 'fast-check';
import { type DateToken, datePattern } from '@/lib/contracts/date-pattern';
import type { DateParts } from '../date-parts';
import { isDay } from '../date-parts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Days of the hundred years from 1930 on, with a time to the millisecond. */
export const arbitraryParts: fc.Arbitrary<DateParts> = fc
  .record({
    year: fc.integer({ min: 1930, max: 2029 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    time: fc.nat(86_399_999),
    offset: fc.integer({ min: -18 * 60, max: 18 * 60 }).map((minutes) => minutes * 60_000),
  })
  .filter(({ year, month, day }) => isDay(year, month, day));

/** The date as a format writes it; `iso` with everything. */
export function writtenDate(parts: DateParts, format: string): string {
  const pattern = format === 'iso' ? 'YYYY-MM-DD HH:mm:ss.SSSZ' : format;
  return (datePattern(pattern) ?? [])
    .map((piece) => ('literal' in piece ? piece.literal : written(piece.token, parts)))
    .join('');
}

/** What is left of a date when a format has written it. */
export function kept(parts: DateParts, format: string): DateParts {
  const has = (token: DateToken) => format === 'iso' || format.includes(token);
  const time = parts.time ?? 0;
  const unit = has('SSS') ? 1 : has('ss') ? 1000 : has('mm') ? 60_000 : null;
  return {
    ...parts,
    time: unit === null ? null : time - (time % unit),
    offset: has('Z') ? parts.offset : null,
  };
}

function written(token: DateToken, { year, month, day, time, offset }: DateParts): string {
  const at = time ?? 0;
  const hour = Math.floor(at / 3_600_000);
  const texts: Record<DateToken, string> = {
    YYYY: String(year),
    YY: two(year % 100),
    MMM: MONTHS[month - 1] ?? '',
    MM: two(month),
    DD: two(day),
    HH: two(hour),
    hh: two(hour % 12 || 12),
    mm: two(Math.floor(at / 60_000) % 60),
    ss: two(Math.floor(at / 1000) % 60),
    SSS: String(at % 1000).padStart(3, '0'),
    A: hour < 12 ? 'AM' : '下午',
    Z: zone(offset ?? 0),
  };
  return texts[token];
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function zone(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
