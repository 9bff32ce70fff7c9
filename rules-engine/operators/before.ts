import { date } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { day, dayStart } from '../time/window';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const before = defineOperator({
  id: 'before',
  label: { zh: '早于', en: 'before' },
  help: {
    zh: '在这一天开始之前，例如“注册时间早于 2026-01-01”；为空的不算。',
    en: 'Earlier than the beginning of that day, e.g. “Joined is before 2026-01-01”; empty ones don’t count.',
  },
  subjects: ['date', 'day'],
  input: 'date',
  value: day,
  initial: undefined,
  lower: (subject, value, clock) => compare('lt', expressionOf(subject), date(dayStart(value, clock))),
  relation: (_, value) => ({ zh: spaced`早于${value}`, en: `is before ${value}` }),
  examples: [
    {
      subject: 'date',
      value: '2026-01-01',
      yes: [new Date('2025-12-31T15:59:59.999Z'), new Date('1970-01-01T00:00:00Z')],
      no: [
        new Date('2025-12-31T16:00:00Z'),
        null,
        undefined,
        '2025-12-31',
        0,
        [new Date('2025-01-01T00:00:00Z')],
      ],
    },
    {
      subject: 'day',
      value: '1990-05-01',
      yes: [new Date('1990-04-30T00:00:00Z'), new Date('1899-12-31T00:00:00Z')],
      no: [new Date('1990-05-01T00:00:00Z'), new Date('1990-05-02T00:00:00Z'), null, undefined, '1990-04-30'],
    },
  ],
});
