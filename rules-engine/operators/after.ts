import { date } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { day, dayEnd } from '../time/window';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const after = defineOperator({
  id: 'after',
  label: { zh: '晚于', en: 'after' },
  help: {
    zh: '在这一天结束之后，例如“注册时间晚于 2026-01-01”；为空的不算。',
    en: 'Later than the end of that day, e.g. “Joined is after 2026-01-01”; empty ones don’t count.',
  },
  subjects: ['date', 'day'],
  input: 'date',
  value: day,
  initial: undefined,
  lower: (subject, value, clock) => compare('gt', expressionOf(subject), date(dayEnd(value, clock))),
  relation: (_, value) => ({ zh: spaced`晚于${value}`, en: `is after ${value}` }),
  examples: [
    {
      subject: 'date',
      value: '2026-01-01',
      yes: [new Date('2026-01-01T16:00:00Z'), new Date('2030-01-01T00:00:00Z')],
      no: [
        new Date('2026-01-01T15:59:59.999Z'),
        null,
        undefined,
        '2026-01-02',
        [new Date('2030-01-01T00:00:00Z')],
      ],
    },
    {
      subject: 'day',
      value: '1990-05-01',
      yes: [new Date('1990-05-02T00:00:00Z')],
      no: [new Date('1990-05-01T00:00:00Z'), new Date('1990-04-30T00:00:00Z'), null, undefined, '1990-05-02'],
    },
  ],
});
