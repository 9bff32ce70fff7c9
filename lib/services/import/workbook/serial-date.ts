const DAY_MS = 86_400_000;
/** 31 December 9999, the last day that a workbook has. */
const LAST = 2_958_466;

/**
 * The local time that a workbook's number of days stands for, as ISO text without a zone: `2026-01-05`,
 * `2026-01-05T08:03:11`, or `08:03:11` of less than a day; null when it is none. In the system of 1900 the number 60 is
 * 29 February 1900, which never was: it comes out as written, and no reader of dates takes it.
 */
export function serialDate(
  days: number,
  { from1904, hasDay, hasTime }: { from1904: boolean; hasDay: boolean; hasTime: boolean },
): string | null {
  if (!(days >= 0 && days < LAST)) return null;
  const ms = Math.round(days * DAY_MS);
  const clock = ms % DAY_MS;
  const whole = (ms - clock) / DAY_MS;
  const showsTime = hasTime || clock !== 0;
  if (!hasDay && whole === 0) return clockText(clock);
  const date = from1904 ? isoDay(Date.UTC(1904, 0, 1) + whole * DAY_MS) : since1900(whole);
  if (date === null) return null;
  return showsTime ? `${date}T${clockText(clock)}` : date;
}

function since1900(whole: number): string | null {
  if (whole === 0) return null;
  if (whole === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY_MS);
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function clockText(ms: number): string {
  const text = new Date(ms).toISOString().slice(11, 23);
  return text.endsWith('.000') ? text.slice(0, 8) : text;
}
