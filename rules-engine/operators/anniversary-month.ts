import { z } from 'zod';
import { monthDay, number } from '../ir/build-expression';
import { all, compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import type { Clock } from '../time/window';
import { civilFromDay, localDay } from '../time/zone';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const anniversaryMonth = defineOperator({
  id: 'anniversaryMonth',
  label: { zh: '在某个月', en: 'is in the month' },
  help: {
    zh: '月份是统计时点所在的月，或选定的月，不论哪一年，例如“生日在本月”；为空的不算。',
    en: 'In the month of the as-of or in a chosen one, whatever the year, e.g. “Birthday is this month”; empty ones don’t count.',
  },
  subjects: ['date', 'day'],
  input: 'month',
  value: z.union([z.literal('asOf'), z.int().min(1).max(12)]),
  initial: 'asOf',
  lower(subject, value, clock) {
    const month = value === 'asOf' ? monthOf(clock) : value;
    const dayOfYear = monthDay(expressionOf(subject), clock.timeZone);
    return all([
      compare('gte', dayOfYear, number(month * 100 + 1)),
      compare('lte', dayOfYear, number(month * 100 + 31)),
    ]);
  },
  relation: (_, value) =>
    value === 'asOf'
      ? { zh: '在本月（不看年份）', en: 'is this month (in any year)' }
      : { zh: spaced`在${value}月（不看年份）`, en: `is in ${months[value - 1]} (in any year)` },
  examples: [
    {
      subject: 'date',
      value: 'asOf',
      asOf: '2026-06-30T04:00:00Z',
      yes: [new Date('2001-05-31T16:00:00Z'), new Date('2001-06-30T15:59:59Z')],
      no: [
        new Date('2001-05-31T15:59:59Z'),
        new Date('2001-06-30T16:00:00Z'),
        null,
        undefined,
        '1990-06-15',
        615,
      ],
    },
    {
      subject: 'date',
      value: 2,
      yes: [new Date('1996-02-29T04:00:00Z'), new Date('1995-01-31T16:00:00Z')],
      no: [new Date('1995-03-01T04:00:00Z'), null],
    },
    {
      subject: 'day',
      value: 'asOf',
      asOf: '2026-05-31T16:30:00Z',
      yes: [new Date('2001-06-01T00:00:00Z'), new Date('1900-06-30T00:00:00Z')],
      no: [new Date('2001-05-31T00:00:00Z'), new Date('2001-07-01T00:00:00Z'), null, undefined, '1990-06-15'],
    },
  ],
});

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function monthOf({ asOf, timeZone }: Clock): number {
  return civilFromDay(localDay(asOf, timeZone)).month;
}
