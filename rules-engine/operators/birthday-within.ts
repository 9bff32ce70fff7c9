import { z } from 'zod';
import { monthDay, number } from '../ir/build-expression';
import { all, any, compare, present } from '../ir/build-predicate';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { spaced } from '../sentence/spaced';
import { civilFromDay, localDay } from '../time/zone';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const birthdayWithin = defineOperator({
  id: 'birthdayWithin',
  label: { zh: '周年日在今后几天内', en: 'comes round within' },
  help: {
    zh: '每年的这一天落在统计时点当天起的若干天内，跨年也算，例如“生日在今后 7 天内”；0 就是今天。2 月 29 日在平年按 2 月 28 日算。',
    en: 'Its day of the year falls on the day of the as-of or within that many days after it, across new year too, e.g. “Birthday comes round within 7 days”; 0 is today. 29 February counts as the 28th in other years.',
  },
  subjects: ['date', 'day'],
  input: 'days',
  value: z.int().min(0).max(366),
  initial: 7,
  lower(subject, days, { asOf, timeZone }) {
    const value = expressionOf(subject);
    const today = localDay(asOf, timeZone);
    // A year later every day of the year has come round.
    if (days >= 365) return present(value);
    return comesRound(monthDay(value, timeZone), today, today + days);
  },
  relation: (_, days) =>
    days === 0
      ? { zh: '就在今天（不看年份）', en: 'is today (in any year)' }
      : {
          zh: spaced`在今后${days}天内（不看年份）`,
          en: `comes round within ${days} day${days === 1 ? '' : 's'}`,
        },
  examples: [
    {
      subject: 'date',
      value: 7,
      asOf: '2026-12-28T04:00:00Z',
      yes: [
        new Date('1990-12-27T16:00:00Z'),
        new Date('2001-01-04T00:00:00Z'),
        new Date('1988-12-31T04:00:00Z'),
      ],
      no: [
        new Date('1990-12-27T15:59:59Z'),
        new Date('2001-01-04T16:00:00Z'),
        null,
        undefined,
        '12-30',
        1229,
      ],
    },
    {
      subject: 'date',
      value: 0,
      asOf: '2026-02-28T04:00:00Z',
      yes: [new Date('1996-02-29T04:00:00Z'), new Date('1995-02-28T04:00:00Z')],
      no: [new Date('1996-03-01T04:00:00Z'), new Date('1996-02-27T04:00:00Z')],
    },
    {
      subject: 'date',
      value: 0,
      asOf: '2028-02-28T04:00:00Z',
      yes: [new Date('1995-02-28T04:00:00Z')],
      no: [new Date('1996-02-29T04:00:00Z')],
    },
    {
      subject: 'day',
      value: 7,
      asOf: '2026-12-27T16:30:00Z',
      yes: [new Date('1990-12-28T00:00:00Z'), new Date('1900-01-04T00:00:00Z')],
      no: [new Date('1990-12-27T00:00:00Z'), new Date('2001-01-05T00:00:00Z'), null, undefined, '12-30'],
    },
  ],
});

/** The day of the year lies between two days less than a year apart, both included. */
function comesRound(dayOfYear: Expression, first: number, last: number): Predicate {
  const from = number(code(first));
  const to = number(code(last));
  const start = compare('gte', dayOfYear, from);
  const end = compare('lte', dayOfYear, to);
  const range = code(first) <= code(last) ? all([start, end]) : any([start, end]);
  // In a common year, 29 February is kept on the 28th; where the range goes on to March it is inside already.
  const leapDay = code(last) === 228 && code(last + 1) === 301;
  return leapDay ? any([range, compare('eq', dayOfYear, number(229))]) : range;
}

function code(localDate: number): number {
  const { month, day } = civilFromDay(localDate);
  return month * 100 + day;
}
