import type { DateFormat } from '@/lib/contracts/import-mapping';
import { datePartsReader } from './date-format';
import { plainText } from './plain-text';

/** A calendar day as it is stored (its midnight in UTC), or why the text is none. */
export type ReadDay = { readonly day: Date } | { readonly reason: 'not-a-date' | 'day-with-time' };
export type DayReader = (text: string) => ReadDay;

/** What may stand behind a day in a format that has no time. */
const TIME = /^(.*\S)(?:T|\s+)(\d{1,2}:\d{2}.*)$/i;
const MIDNIGHT = /^(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00)?\s?AM)$/i;

const notADate: ReadDay = { reason: 'not-a-date' };
const withTime: ReadDay = { reason: 'day-with-time' };

/**
 * The reader of a format of days. No zone is asked: what the text says is the day. A time of day would have to be thrown
 * away, and with a zone it may be another day elsewhere: both are told, but for midnight without a zone, which is how
 * databases and spreadsheets write a day.
 */
export function dayReader(format: DateFormat): DayReader {
  const read = datePartsReader(format);
  return (text) => {
    const parts = read(text);
    if (parts !== null) {
      const { year, month, day, time, offset } = parts;
      return time || offset !== null ? withTime : { day: new Date(Date.UTC(year, month - 1, day)) };
    }
    const [, before = '', time = ''] = TIME.exec(plainText(text).trim()) ?? [];
    const known = read(before);
    if (known === null) return notADate;
    if (!MIDNIGHT.test(time)) return withTime;
    return { day: new Date(Date.UTC(known.year, known.month - 1, known.day)) };
  };
}
