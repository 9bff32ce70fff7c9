import { z } from 'zod';
import { addMonths, endOfDay, localDay, parseDay, startOfDay } from './zone';

export const units = ['hours', 'days', 'weeks', 'months', 'years'] as const;
export type Unit = (typeof units)[number];

/** A local day, `YYYY-MM-DD`. */
export const day = z.string().refine((value) => parseDay(value) !== null, {
  params: { zh: '应为日期，例如 2026-06-30。', en: 'It has to be a date like 2026-06-30.' },
});

/** A number of units: `{ n: 180, unit: 'days' }`. */
export const span = z.strictObject({ n: z.int().min(0).max(10_000), unit: z.enum(units) });
export type Span = z.infer<typeof span>;

/** That nobody chose the window: it came with the function, and goes with it (graph/default-window.ts). */
const byDefault = z.literal(true).optional();

/** The window of an event aggregate: all time, the last N units, or between two local days, both included. */
export const eventWindow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allTime'), byDefault }),
  z.strictObject({ kind: z.literal('last'), n: z.int().min(1).max(10_000), unit: z.enum(units), byDefault }),
  z.strictObject({ kind: z.literal('between'), from: day, to: day }),
]);
export type EventWindow = z.infer<typeof eventWindow>;

/** What relative dates are measured from. `asOf` in milliseconds. */
export interface Clock {
  asOf: number;
  timeZone: string;
}

/**
 * The first instant of "within the last N units". Days and longer units are calendar units: the last 180 days as of
 * 30 June begin with the local day 180 days earlier, so "within the last N days" is "at most N days ago".
 */
export function spanStart({ n, unit }: Span, { asOf, timeZone }: Clock): number {
  const today = localDay(asOf, timeZone);
  const start: Record<Unit, () => number> = {
    hours: () => asOf - n * 3_600_000,
    days: () => startOfDay(today - n, timeZone),
    weeks: () => startOfDay(today - 7 * n, timeZone),
    months: () => startOfDay(addMonths(today, -n), timeZone),
    years: () => startOfDay(addMonths(today, -12 * n), timeZone),
  };
  return start[unit]();
}

/** The last instant of "within the next N units"; the day of `asOf` is included. */
export function spanEnd({ n, unit }: Span, { asOf, timeZone }: Clock): number {
  const today = localDay(asOf, timeZone);
  const end: Record<Unit, () => number> = {
    hours: () => asOf + n * 3_600_000,
    days: () => endOfDay(today + n, timeZone),
    weeks: () => endOfDay(today + 7 * n, timeZone),
    months: () => endOfDay(addMonths(today, n), timeZone),
    years: () => endOfDay(addMonths(today, 12 * n), timeZone),
  };
  return end[unit]();
}

/** Bounds of a window in milliseconds, inclusive; nothing after `asOf` is seen. */
export function windowBounds(window: EventWindow, clock: Clock): { from: number | null; to: number } {
  if (window.kind === 'allTime') return { from: null, to: clock.asOf };
  if (window.kind === 'last') return { from: spanStart(window, clock), to: clock.asOf };
  return { from: dayStart(window.from, clock), to: Math.min(dayEnd(window.to, clock), clock.asOf) };
}

/** The first millisecond of a parsed local day. */
export function dayStart(text: string, { timeZone }: Clock): number {
  return startOfDay(parseDay(text) ?? Number.NaN, timeZone);
}

/** The last millisecond of a parsed local day. */
export function dayEnd(text: string, { timeZone }: Clock): number {
  return endOfDay(parseDay(text) ?? Number.NaN, timeZone);
}

/** `asOf` as people and programs give it: a local day means its last instant. Null when it is neither. */
export function parseAsOf(text: string, timeZone: string): number | null {
  const localDate = parseDay(text);
  if (localDate !== null) return endOfDay(localDate, timeZone);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
