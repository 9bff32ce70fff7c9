/** A date as it is written: a day of the calendar, and as much of time and zone as the text has. */
export interface DateParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** Milliseconds since midnight on the clock; null without a time. */
  time: number | null;
  /** Milliseconds that the clock is ahead of UTC; null when the text names no zone. */
  offset: number | null;
}

/** Reads a text as parts; null when it isn't of this form, or is no day of the calendar or time of the clock. */
export type DatePartsReader = (text: string) => DateParts | null;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MS_PER_DAY = 86_400_000;
/** No clock on earth is further from UTC than 14 hours; 18 is where other programs stop too. */
const MAX_OFFSET = 18 * 3_600_000;

export function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return year >= 1000 && year <= 9999 && day >= 1 && day <= last;
}

/** Milliseconds since midnight; null for 25 o'clock and the like. */
export function timeOfDay(hour: number, minute: number, second: number, ms: number): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

/** The reading of the clock, in milliseconds as if it were UTC. A date without a time is midnight. */
export function wallClock({ year, month, day, time }: DateParts): number {
  return Date.UTC(year, month - 1, day) + (time ?? 0);
}

/** The parts of a reading of the clock. */
export function partsOf(wallMs: number, offset: number | null): DateParts {
  const date = new Date(wallMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time: ((wallMs % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY,
    offset,
  };
}

/** `Z`, `UTC`, `GMT`, `+08`, `+0800`, `+08:00`, `UTC+8`. */
export const ZONE = '(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?|(?:UTC|GMT)[+-]\\d{1,2}(?::?\\d{2})?)';

/** How far ahead of UTC a zone is, in milliseconds; null beyond 18 hours, or 60 minutes and more after the hours. */
export function zoneOffset(zone: string): number | null {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  const [, sign, hours, minutes = '0'] = match;
  if (Number(minutes) > 59) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  if (offset > MAX_OFFSET) return null;
  return sign === '-' && offset !== 0 ? -offset : offset;
}
