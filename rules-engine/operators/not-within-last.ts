import { not } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { spanStart } from '../time/window';
import { dateWithin } from './date-range';
import { spanOf } from './operand';
import { defineOperator } from './operator';

export const notWithinLast = defineOperator({
  id: 'notWithinLast',
  label: { zh: '不在最近', en: 'not within the last' },
  help: {
    zh: '“在最近”的反面，从来没有的也算在内，例如“最近一次到店时间不在最近 90 天内”。只要有过的，请用“早于多久以前”。',
    en: 'The opposite of “within the last”, empty ones included, e.g. “last store visit is not within the last 90 days”. For those that have one, use “more than … ago”.',
  },
  subjects: ['date', 'day'],
  input: 'span',
  value: spanOf,
  initial: { n: 30, unit: 'days' },
  lower: (subject, value, clock) => not(dateWithin(subject, spanStart(value, clock), clock.asOf)),
  relation(_, value, describe) {
    const { zh, en } = describe.span(value);
    return { zh: spaced`不在最近${zh}内`, en: `is not within the last ${en}` };
  },
  examples: [
    {
      subject: 'date',
      value: { n: 30, unit: 'days' },
      asOf: '2026-06-30T04:00:00Z',
      yes: [
        new Date('2026-05-30T15:59:59.999Z'),
        new Date('2026-07-01T00:00:00Z'),
        null,
        undefined,
        '2026-06-15',
      ],
      no: [new Date('2026-05-30T16:00:00Z'), new Date('2026-06-30T04:00:00Z')],
    },
    {
      subject: 'day',
      value: { n: 30, unit: 'days' },
      asOf: '2026-06-29T16:30:00Z',
      yes: [
        new Date('2026-05-30T00:00:00Z'),
        new Date('2026-07-01T00:00:00Z'),
        null,
        undefined,
        '2026-06-15',
      ],
      no: [new Date('2026-05-31T00:00:00Z'), new Date('2026-06-30T00:00:00Z')],
    },
  ],
});
