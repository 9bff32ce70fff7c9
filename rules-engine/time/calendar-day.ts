import type { Clock } from './window';
import { endOfDay, formatDay, localDay, parseDay } from './zone';

/*
 * A calendar day (a birthday) is no instant: it is the same day in every zone. It is stored as the instant at which that
 * day begins in UTC, and read as the day that it is in UTC; no other zone is ever asked.
 */

const msPerDay = 86_400_000;

/** What stands in a document for a day, given as days since 1970-01-01; in milliseconds. */
export function storedOfDay(day: number): number {
  return day * msPerDay;
}

/** The same for `1990-05-01`; null when it isn't a date of the calendar. */
export function storedDay(text: string): number | null {
  const day = parseDay(text);
  return day === null ? null : storedOfDay(day);
}

/** The days since 1970-01-01 that a stored day is. */
export function dayOfStored(at: number): number {
  return Math.floor(at / msPerDay);
}

/** A stored day as people and programs are told it: `1990-05-01`. */
export function storedDayText(at: number): string {
  return formatDay(dayOfStored(at));
}

/** How long before today (after it: negative) a bound of stored days is: whole days, in milliseconds. */
export function untilToday(bound: number, clock: Clock): number {
  return (localDay(clock.asOf, clock.timeZone) - dayOfStored(bound)) * msPerDay;
}

/** The clock by which stored days are compared: their bounds are those of days in UTC, and today is the workspace's. */
export function calendarClock({ asOf, timeZone }: Clock): Clock {
  return { asOf: endOfDay(localDay(asOf, timeZone), 'UTC'), timeZone: 'UTC' };
}
