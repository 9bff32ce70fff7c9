import { spaced } from '../sentence/spaced';
import { dayEnd, dayStart } from '../time/window';
import { dateWithin } from './date-range';
import { dayRange } from './operand';
import { defineOperator } from './operator';

export const betweenDates = defineOperator({
  id: 'betweenDates',
  label: { zh: '在两个日期之间', en: 'between two dates' },
  help: {
    zh: '从第一天开始到第二天结束，两天都算，例如“注册时间在 2026-01-01 至 2026-03-31”；为空的不算。',
    en: 'From the first day to the second, both included, e.g. “Joined is from 2026-01-01 to 2026-03-31”; empty ones don’t count.',
  },
  subjects: ['date', 'day'],
  input: 'dateRange',
  value: dayRange,
  initial: {},
  lower: (subject, { from, to }, clock) => dateWithin(subject, dayStart(from, clock), dayEnd(to, clock)),
  relation: (_, { from, to }) => ({ zh: spaced`在${from}至${to}`, en: `is from ${from} to ${to}` }),
  examples: [
    {
      subject: 'date',
      value: { from: '2026-01-01', to: '2026-03-31' },
      yes: [new Date('2025-12-31T16:00:00Z'), new Date('2026-03-31T15:59:59.999Z')],
      no: [
        new Date('2025-12-31T15:59:59.999Z'),
        new Date('2026-03-31T16:00:00Z'),
        null,
        undefined,
        '2026-02-01',
      ],
    },
    {
      subject: 'day',
      value: { from: '1990-01-01', to: '1990-12-31' },
      yes: [new Date('1990-01-01T00:00:00Z'), new Date('1990-12-31T00:00:00Z')],
      no: [new Date('1989-12-31T00:00:00Z'), new Date('1991-01-01T00:00:00Z'), null, undefined, '1990-06-15'],
    },
  ],
});
