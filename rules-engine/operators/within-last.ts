import { spaced } from '../sentence/spaced';
import { spanStart } from '../time/window';
import { dateWithin } from './date-range';
import { spanOf } from './operand';
import { defineOperator } from './operator';

export const withinLast = defineOperator({
  id: 'withinLast',
  label: { zh: '在最近', en: 'within the last' },
  help: {
    zh: '从若干天（周、月、年）前的那一天到统计时点，例如“最近一次下单时间在最近 180 天内”；为空和将来的不算。',
    en: 'From the day that many days (weeks, months, years) ago up to the as-of, e.g. “last order is within the last 180 days”; empty and future ones don’t count.',
  },
  subjects: ['date', 'day'],
  input: 'span',
  value: spanOf,
  initial: { n: 30, unit: 'days' },
  lower: (subject, value, clock) => dateWithin(subject, spanStart(value, clock), clock.asOf),
  relation(_, value, describe) {
    const { zh, en } = describe.span(value);
    return { zh: spaced`在最近${zh}内`, en: `is within the last ${en}` };
  },
  examples: [
    {
      subject: 'date',
      value: { n: 30, unit: 'days' },
      asOf: '2026-06-30T04:00:00Z',
      yes: [new Date('2026-05-30T16:00:00Z'), new Date('2026-06-30T04:00:00Z')],
      no: [
        new Date('2026-05-30T15:59:59.999Z'),
        new Date('2026-06-30T04:00:00.001Z'),
        null,
        undefined,
        '2026-06-15',
      ],
    },
    {
      subject: 'date',
      value: { n: 1, unit: 'months' },
      asOf: '2026-03-31T04:00:00Z',
      yes: [new Date('2026-02-27T16:00:00Z')],
      no: [new Date('2026-02-27T15:59:59.999Z')],
    },
    {
      // Half past midnight on the 30th in Shanghai, and still the 29th in UTC.
      subject: 'day',
      value: { n: 30, unit: 'days' },
      asOf: '2026-06-29T16:30:00Z',
      yes: [new Date('2026-05-31T00:00:00Z'), new Date('2026-06-30T00:00:00Z')],
      no: [new Date('2026-05-30T00:00:00Z'), new Date('2026-07-01T00:00:00Z'), null, undefined, '2026-06-15'],
    },
  ],
});
