import { spaced } from '../sentence/spaced';
import { day, dayEnd, dayStart } from '../time/window';
import { dateWithin } from './date-range';
import { defineOperator } from './operator';

export const on = defineOperator({
  id: 'on',
  label: { zh: '在某一天', en: 'on' },
  help: {
    zh: '就在这一天（按工作区时区），例如“首次下单时间在 2026-06-18”；为空的不算。',
    en: 'On that very day in the workspace’s time zone, e.g. “first order is on 2026-06-18”; empty ones don’t count.',
  },
  subjects: ['date', 'day'],
  input: 'date',
  value: day,
  initial: undefined,
  lower: (subject, value, clock) => dateWithin(subject, dayStart(value, clock), dayEnd(value, clock)),
  relation: (_, value) => ({ zh: spaced`在${value}`, en: `is on ${value}` }),
  examples: [
    {
      subject: 'date',
      value: '2026-06-18',
      yes: [new Date('2026-06-17T16:00:00Z'), new Date('2026-06-18T15:59:59.999Z')],
      no: [
        new Date('2026-06-17T15:59:59.999Z'),
        new Date('2026-06-18T16:00:00Z'),
        null,
        undefined,
        '2026-06-18',
      ],
    },
    {
      subject: 'day',
      value: '1900-01-01',
      yes: [new Date('1900-01-01T00:00:00Z')],
      no: [new Date('1899-12-31T00:00:00Z'), new Date('1900-01-02T00:00:00Z'), null, undefined, '1900-01-01'],
    },
  ],
});
