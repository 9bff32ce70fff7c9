import { spaced } from '../sentence/spaced';
import { type Clock, type Span, spanEnd, spanStart } from '../time/window';
import { dateWithin } from './date-range';
import { spanOf } from './operand';
import { defineOperator } from './operator';

export const withinNext = defineOperator({
  id: 'withinNext',
  label: { zh: '在今后', en: 'within the next' },
  help: {
    zh: '从统计时点当天到若干天（周、月、年）后的那一天，例如“计划到店时间在今后 7 天内”；按小时则从统计时点起算；为空的不算。',
    en: 'From the day of the as-of to the day that many days (weeks, months, years) later, e.g. “Planned visit is within the next 7 days”; hours count from the as-of itself; empty ones don’t count.',
  },
  subjects: ['date', 'day'],
  input: 'span',
  value: spanOf,
  initial: { n: 7, unit: 'days' },
  lower: (subject, value, clock) => dateWithin(subject, begin(value, clock), spanEnd(value, clock)),
  relation(_, value, describe) {
    const { zh, en } = describe.span(value);
    return { zh: spaced`在今后${zh}内`, en: `is within the next ${en}` };
  },
  examples: [
    {
      subject: 'date',
      value: { n: 7, unit: 'days' },
      asOf: '2026-06-30T04:00:00Z',
      yes: [new Date('2026-06-29T16:00:00Z'), new Date('2026-07-07T15:59:59.999Z')],
      no: [
        new Date('2026-06-29T15:59:59.999Z'),
        new Date('2026-07-07T16:00:00Z'),
        null,
        undefined,
        '2026-07-01',
      ],
    },
    {
      subject: 'date',
      value: { n: 2, unit: 'hours' },
      asOf: '2026-06-30T04:00:00Z',
      yes: [new Date('2026-06-30T04:00:00Z'), new Date('2026-06-30T06:00:00Z')],
      no: [new Date('2026-06-30T03:59:59.999Z'), new Date('2026-06-30T06:00:00.001Z')],
    },
    {
      subject: 'day',
      value: { n: 7, unit: 'days' },
      asOf: '2026-06-29T16:30:00Z',
      yes: [new Date('2026-06-30T00:00:00Z'), new Date('2026-07-07T00:00:00Z')],
      no: [new Date('2026-06-29T00:00:00Z'), new Date('2026-07-08T00:00:00Z'), null, undefined, '2026-07-01'],
    },
  ],
});

/** What is planned for today is ahead, even when an as-of given as a day means its last instant. */
function begin({ unit }: Span, clock: Clock): number {
  return unit === 'hours' ? clock.asOf : spanStart({ n: 0, unit: 'days' }, clock);
}
