import { date } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { spanStart } from '../time/window';
import { spanOf } from './operand';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const moreThanAgo = defineOperator({
  id: 'moreThanAgo',
  label: { zh: '早于多久以前', en: 'more than … ago' },
  help: {
    zh: '距统计时点超过若干天（周、月、年），例如“最近一次下单时间在 180 天以前”；从来没有的不算。',
    en: 'Longer ago than that many days (weeks, months, years), e.g. “last order is more than 180 days ago”; empty ones don’t count.',
  },
  subjects: ['date', 'day'],
  input: 'span',
  value: spanOf,
  initial: { n: 90, unit: 'days' },
  lower: (subject, value, clock) => compare('lt', expressionOf(subject), date(spanStart(value, clock))),
  relation(_, value, describe) {
    const { zh, en } = describe.span(value);
    return { zh: spaced`在${zh}以前`, en: `is more than ${en} ago` };
  },
  examples: [
    {
      subject: 'date',
      value: { n: 180, unit: 'days' },
      asOf: '2026-06-30T04:00:00Z',
      yes: [new Date('2025-12-31T15:59:59.999Z'), new Date('2020-01-01T00:00:00Z')],
      no: [new Date('2025-12-31T16:00:00Z'), new Date('2026-06-30T04:00:00Z'), null, undefined, '2020-01-01'],
    },
    {
      subject: 'day',
      value: { n: 18, unit: 'years' },
      asOf: '2026-06-29T16:30:00Z',
      yes: [new Date('2008-06-29T00:00:00Z'), new Date('1900-01-01T00:00:00Z')],
      no: [new Date('2008-06-30T00:00:00Z'), new Date('2026-07-01T00:00:00Z'), null, undefined, '1990-05-01'],
    },
  ],
});
