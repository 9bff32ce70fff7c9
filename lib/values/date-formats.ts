import { pivotOf, withPivot } from '@/lib/contracts/date-pattern';
import type { DateFormat } from '@/lib/contracts/import-mapping';

const MARKS = ['/', '-', '.'] as const;
const TIMES = [
  '',
  ' HH:mm:ss',
  ' HH:mm',
  ' HH:mm:ss.SSS',
  ' HH:mm:ssZ',
  ' HH:mmZ',
  ' hh:mm:ss A',
  ' hh:mm A',
  ' A hh:mm:ss',
  ' A hh:mm',
] as const;

const joined = (mark: string, ...parts: string[]) => parts.join(mark);
const timed = (days: readonly string[]) => days.flatMap((day) => TIMES.map((time) => `${day}${time}`));

/** Formats of which no cell can be read as another day by another of them: the year comes first, or the month is a name. */
export const CERTAIN_DATE_FORMATS: readonly DateFormat[] = [
  'iso',
  ...timed(MARKS.map((mark) => joined(mark, 'YYYY', 'MM', 'DD'))),
  ...timed(['YYYY年MM月DD日', 'YYYYMMDD']),
  'YYYY年MM月DD日HH:mm',
  'YYYY年MM月DD日HH:mm:ss',
  'YYYY年MM月DD日 HH时mm分',
  'YYYY年MM月DD日 HH时mm分ss秒',
  'YYYYMMDDHHmmss',
  'YYYYMMDDHHmm',
  ...timed(['DD-MMM-YYYY', 'DD MMM YYYY', 'MMM DD, YYYY', 'MMM DD YYYY']),
];

const twoDigits = (mark: string) => [
  joined(mark, 'MM', 'DD', 'YY'),
  joined(mark, 'DD', 'MM', 'YY'),
  joined(mark, 'YY', 'MM', 'DD'),
];

/** Formats in which the order of day, month and year is for the whole column to tell, or for people. */
const OPEN_FORMATS: readonly DateFormat[] = [
  ...MARKS.flatMap((mark) =>
    timed([joined(mark, 'MM', 'DD', 'YYYY'), joined(mark, 'DD', 'MM', 'YYYY'), ...twoDigits(mark)]),
  ),
  ...timed(['DD-MMM-YY', 'DD MMM YY', 'MMM DD, YY']),
];

const TIME_NAME = /time|date|_at$|时间|日期|生日|birth/i;
const BIRTH_NAME = /生日|出生|birth/i;

/** First years of the hundred that two digits mean: people are born long before things are sold to them. */
const PIVOTS = { birth: 1930, other: 1970 } as const;

/** The formats that a column of this name can be of. What is written as two digits needs a name that says date. */
export function dateFormatsFor(name: string): readonly DateFormat[] {
  const pivot = BIRTH_NAME.test(name) ? PIVOTS.birth : PIVOTS.other;
  const open = OPEN_FORMATS.filter(
    (format) => pivotOf(format) === null || format.includes('/') || /MMM/.test(format) || isTimeName(name),
  );
  return [...CERTAIN_DATE_FORMATS, ...open.map((format) => withPivot(format, pivot))];
}

export function isTimeName(name: string): boolean {
  return TIME_NAME.test(name);
}

/** What two formats share that never read a cell as different days: the order of year, month and day. */
export function orderOf(format: DateFormat): string {
  if (/^(epoch|excel)/.test(format)) return format;
  return format === 'iso' ? 'YMD' : (format.match(/YY|M|D/g) ?? []).join('').replace(/(.)\1+/g, '$1');
}
