import type { DateFormat } from '@/lib/contracts/import-mapping';
import { wallReader } from './date-format';

/** A calendar day as it is stored (its midnight in UTC), or why the text is none. */
export type ReadDay = { readonly day: Date } | { readonly reason: 'not-a-date' | 'day-with-time' };
export type DayReader = (text: string) => ReadDay;

/** Days beyond these are slips of the pen (`0190-05-01`), or stand for “unknown” (`0001-01-01`). */
const EARLIEST = Date.UTC(1000, 0, 1);

const ISO = /^\d{4}-\d{2}-\d{2}$/;
/** What may stand behind a day: a time of day, with or without a zone. */
const TIME = /^(.*\S)(?:T|\s+)(\d{1,2}:\d{2}.*)$/i;
const MIDNIGHT = /^(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00)?\s?AM)$/i;

const notADate: ReadDay = { reason: 'not-a-date' };
const withTime: ReadDay = { reason: 'day-with-time' };

/**
 * The reader of a format of days. No zone is asked: what the text says is the day. A time of day behind it would have to be
 * thrown away, and with a zone it may be another day elsewhere: both are told, but for midnight without a zone, which is how
 * databases and spreadsheets write a day.
 */
export function dayReader(format: DateFormat): DayReader {
  const wall = wallReader(format === 'iso' ? 'YYYY-MM-DD' : format);
  const read = (text: string): Date | null => {
    const at = format === 'iso' && !ISO.test(text) ? null : wall(text);
    return at === null || at < EARLIEST ? null : new Date(at);
  };
  return (text) => {
    const day = read(text);
    if (day) return { day };
    const [, before = '', time = ''] = TIME.exec(text) ?? [];
    const known = read(before);
    if (known === null) return notADate;
    return MIDNIGHT.test(time) ? { day: known } : withTime;
  };
}
