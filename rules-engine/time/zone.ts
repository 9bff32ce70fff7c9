/** Calendar arithmetic in an IANA time zone, on `Intl` alone. A local day is the number of days since 1970-01-01. */

const msPerDay = 86_400_000;
/** No zone was ever further from UTC; a day's offset is looked up once and kept. */
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** True when the runtime knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    format(zone);
    return true;
  } catch {
    return false;
  }
}

/** Local day of an instant. */
export function localDay(at: number, zone: string): number {
  return Math.floor((at + offsetAt(at, zone)) / msPerDay);
}

/** The instant at which a local day begins; where midnight is skipped by a change of the clock, the first after it. */
export function startOfDay(day: number, zone: string): number {
  const wall = day * msPerDay;
  const first = wall - offsetAt(wall, zone);
  const second = wall - offsetAt(first, zone);
  if (localDay(second, zone) === day && localDay(second - 1, zone) < day) return second;
  // A gap or an overlap at midnight: the first instant of the day lies within a few hours.
  const start = Math.min(first, second) - 3 * 3_600_000;
  return bisect(start, start + 9 * 3_600_000, (at) => localDay(at, zone) >= day);
}

/** The last millisecond of a local day. */
export function endOfDay(day: number, zone: string): number {
  return startOfDay(day + 1, zone) - 1;
}

export interface CivilDate {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  day: number;
}

export function civilFromDay(day: number): CivilDate {
  const at = new Date(day * msPerDay);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

export function dayFromCivil({ year, month, day }: CivilDate): number {
  return Math.floor(Date.UTC(year, month - 1, day) / msPerDay);
}

/** Local month × 100 + local day of month. */
export function monthDayOf(at: number, zone: string): number {
  const { month, day } = civilFromDay(localDay(at, zone));
  return month * 100 + day;
}

/** Months later or earlier; the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = civilFromDay(day);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const last = civilFromDay(dayFromCivil({ year: target.year, month: target.month + 1, day: 1 }) - 1).day;
  return dayFromCivil({ ...target, day: Math.min(dayOfMonth, last) });
}

/** `2026-11-22` → local day; null when it isn't a date of the calendar. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const day = dayFromCivil(civil);
  const back = civilFromDay(day);
  return back.year === civil.year && back.month === civil.month && back.day === civil.day ? day : null;
}

export function formatDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

function offsetAt(at: number, zone: string): number {
  // Zones change their offset at most a few times a year: equal offsets at both ends of a UTC day hold within it.
  const day = Math.floor(at / msPerDay);
  const known = dayOffset(day, zone);
  return known === dayOffset(day + 1, zone) ? known : computeOffset(at, zone);
}

function dayOffset(day: number, zone: string): number {
  let cache = offsets.get(zone);
  if (!cache) {
    cache = new Map();
    offsets.set(zone, cache);
  }
  let offset = cache.get(day);
  if (offset === undefined) {
    offset = computeOffset(day * msPerDay, zone);
    cache.set(day, offset);
  }
  return offset;
}

function computeOffset(at: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(at / 1000) * 1000;
}

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, known);
  }
  return known;
}

/** The smallest instant in (low, high] for which `holds`. */
function bisect(low: number, high: number, holds: (at: number) => boolean): number {
  let from = low;
  let to = high;
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle;
  }
  return to;
}
