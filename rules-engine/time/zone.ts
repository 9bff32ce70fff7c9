/** Calendar arithmetic in an IANA time zone, on `Intl` alone. A local day is the number of days since 1970-01-01. */

const msPerDay = 86_400_000;
/** The first and last instants that `Date` has, less what a zone may be away from UTC. */
const farthest = 8_640_000_000_000_000 - 2 * msPerDay;
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
  // A gap or an overlap at midnight, or a day that the zone skipped: the start lies within a day and the offset.
  return bisect(wall - 2 * msPerDay, wall + 2 * msPerDay, (at) => localDay(at, zone) >= day);
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
  const at = new Date(Math.max(-farthest, Math.min(day * msPerDay, farthest)));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

export function dayFromCivil({ year, month, day }: CivilDate): number {
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month - 1, day) / msPerDay;
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
  const [text = ''] = new Date(day * msPerDay).toISOString().split('T');
  return text;
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
  const instant = Math.max(-farthest, Math.min(at, farthest));
  const parts: Record<string, number> = {};
  let beforeChrist = false;
  for (const { type, value } of format(zone).formatToParts(instant)) {
    if (type === 'era') beforeChrist = value.startsWith('B');
    else parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const days = dayFromCivil({ year: beforeChrist ? 1 - year : year, month, day });
  const wall = days * msPerDay + ((hour * 60 + minute) * 60 + second) * 1000;
  return wall - Math.floor(instant / 1000) * 1000;
}

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      era: 'short',
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
