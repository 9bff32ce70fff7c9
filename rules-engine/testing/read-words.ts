/*
 * Reads what a Chinese clause says back from its words, and from nothing else: so that what is counted can be held to what
 * people read. It knows no operator and no parameter, and works by the calendar of Shanghai, eight hours ahead.
 */

/** A plain value: money in its smallest unit, a calendar day as its midnight in UTC; undefined: nothing is known. */
export type PlainValue = string | number | boolean | Date | readonly string[] | undefined;

export interface Reading {
  asOf: number;
  /** Dates are days of the calendar, without a zone. */
  isDay: boolean;
}

type Test = (value: PlainValue) => boolean;

const dayMs = 86_400_000;

/** What the relation of a clause (`至少 18 岁`) says of a value. Throws where it doesn't understand the words. */
export function readRelation(words: string, reading: Reading): Test {
  const [, said = words, missing] = /^(.*?)(?:（含(.+)）)?$/.exec(words) ?? [];
  if (said === '为空') return isNothing;
  if (said === '不为空') return (value) => !isNothing(value);
  for (const [pattern, read] of relations) {
    const match = pattern.exec(said.trim());
    if (!match) continue;
    const test = read(match.slice(1), reading);
    return (value) => (isNothing(value) ? missing !== undefined : test(value));
  }
  throw new Error(`no words that say what is counted: ${words}`);
}

const isNothing: Test = (value) => value === undefined || (Array.isArray(value) && value.length === 0);

const relations: readonly [RegExp, (parts: readonly string[], reading: Reading) => Test][] = [
  [
    /^为“(是|否)”$/,
    ([word]) =>
      (value) =>
        value === (word === '是'),
  ],
  [
    /^(不?)包含“(.+)”$/,
    ([no, part = '']) =>
      (value) =>
        String(value).includes(part) === !no,
  ],
  [
    /^开头(不?)是“(.+)”$/,
    ([no, part = '']) =>
      (value) =>
        String(value).startsWith(part) === !no,
  ],
  [
    /^结尾(不?)是“(.+)”$/,
    ([no, part = '']) =>
      (value) =>
        String(value).endsWith(part) === !no,
  ],
  [
    /^同时包含(.+)$/,
    ([items = '']) =>
      (value) =>
        named(items).every((item) => isIn(value, item)),
  ],
  [
    /^(不?)包含(.+)$/,
    ([no, items = '']) =>
      (value) =>
        named(items).some((item) => isIn(value, item)) === !no,
  ],
  [/^介于(.+)和(.+)之间$/, ([from, to]) => number((value) => value >= amount(from) && value <= amount(to))],
  [/^(不?)等于(.+)$/, ([no, bound]) => number((value) => (value === amount(bound)) === !no)],
  [/^小于(.+)$/, ([bound]) => number((value) => value < amount(bound))],
  [/^(?:至多|不超过)(.+)$/, ([bound]) => number((value) => value <= amount(bound))],
  [/^大于(.+)$/, ([bound]) => number((value) => value > amount(bound))],
  [/^至少(.+)$/, ([bound]) => number((value) => value >= amount(bound))],
  [
    /^(不?)在最近 (\d+) 天内$/,
    ([no, n], reading) => ago(reading, (days, at) => (days <= Number(n) && at <= lastOf(reading)) === !no),
  ],
  [/^在 (\d+) 天以前$/, ([n], reading) => ago(reading, (days) => days > Number(n))],
  [/^在今后 (\d+) 天内$/, ([n], reading) => ago(reading, (days) => days <= 0 && -days <= Number(n))],
  [/^在今后 (\d+) 天内（不看年份）$/, ([n], reading) => anyYear(reading, (to) => to <= Number(n))],
  [/^就在今天（不看年份）$/, (_, reading) => anyYear(reading, (to) => to === 0)],
  [
    /^在本月（不看年份）$/,
    (_, reading) => ofMonth(reading, new Date(reading.asOf + 8 * 3_600_000).getUTCMonth() + 1),
  ],
  [/^在 (\d+) 月（不看年份）$/, ([n], reading) => ofMonth(reading, Number(n))],
  [/^早于 (\S+)$/, ([bound = ''], reading) => dated(reading, (day) => day < bound)],
  [/^晚于 (\S+)$/, ([bound = ''], reading) => dated(reading, (day) => day > bound)],
  [
    /^在 (\S+) 至 (\S+)$/,
    ([from = '', to = ''], reading) => dated(reading, (day) => day >= from && day <= to),
  ],
  [/^在 (\d{4}-\S+)$/, ([bound], reading) => dated(reading, (day) => day === bound)],
  [
    /^(不?)是(.+)$/,
    ([no, items = '']) =>
      (value) =>
        alternatives(items).includes(value) === !no,
  ],
];

function named(items: string): string[] {
  return items.trim().split(/\s*[、或和]\s*/);
}

/** What a value may be one of: texts, or amounts where digits are written. */
function alternatives(items: string): PlainValue[] {
  return named(items).map((item) => (/\d/.test(item) ? amount(item) : item));
}

function isIn(value: PlainValue, item: string): boolean {
  return Array.isArray(value) && value.includes(item);
}

/** `¥1,234.50` is 123450; `60 天` is 60. */
function amount(text = ''): number {
  const digits = Number(/-?[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));
  return text.includes('¥') ? Math.round(digits * 100) : digits;
}

const number =
  (test: (value: number) => boolean): Test =>
  (value) =>
    typeof value === 'number' && test(value);

/** The local day of a stored date, `2026-06-30`. */
function dayOf(value: Date, isDay: boolean): string {
  return new Date(value.getTime() + (isDay ? 0 : 8 * 3_600_000)).toISOString().slice(0, 10);
}

const dated =
  ({ isDay }: Reading, test: (day: string) => boolean): Test =>
  (value) =>
    value instanceof Date && test(dayOf(value, isDay));

/** What is stored of the last instant that is not to come. */
const lastOf = ({ asOf, isDay }: Reading) => (isDay ? Date.parse(dayOf(new Date(asOf), false)) : asOf);

/** By the number of local days between a date and the as-of; negative for days to come. */
const ago =
  (reading: Reading, test: (days: number, at: number) => boolean): Test =>
  (value) =>
    value instanceof Date &&
    test(
      (Date.parse(dayOf(new Date(reading.asOf), false)) - Date.parse(dayOf(value, reading.isDay))) / dayMs,
      value.getTime(),
    );

/** By the days until its month and day come round. */
const anyYear =
  (reading: Reading, test: (days: number) => boolean): Test =>
  (value) => {
    if (!(value instanceof Date)) return false;
    const today = Date.parse(dayOf(new Date(reading.asOf), false));
    const is = dayOf(value, reading.isDay).slice(5);
    for (let days = 0; days < 366; days += 1)
      if (new Date(today + days * dayMs).toISOString().slice(5, 10) === is) return test(days);
    return false;
  };

const ofMonth =
  ({ isDay }: Reading, month: number): Test =>
  (value) =>
    value instanceof Date && Number(dayOf(value, isDay).slice(5, 7)) === month;
