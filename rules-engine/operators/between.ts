import { number } from '../ir/build-expression';
import { all, compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { numberRange } from './operand';
import { defineOperator } from './operator';
import { expressionOf, worded } from './subject-value';

export const between = defineOperator({
  id: 'between',
  label: { zh: '介于', en: 'between' },
  help: {
    zh: '在两个值之间，两端都算，例如“年龄介于 25 和 34 之间”；为空的不算。',
    en: 'From one number to the other, both included, e.g. “Age is between 25 and 34”; empty ones don’t count.',
  },
  subjects: ['number', 'money'],
  input: 'numberRange',
  value: numberRange,
  initial: {},
  lower(subject, { from, to }) {
    const value = expressionOf(subject);
    return all([compare('gte', value, number(from)), compare('lte', value, number(to))]);
  },
  relation(subject, { from, to }, describe) {
    const low = worded(subject, from, describe);
    const high = worded(subject, to, describe);
    return { zh: spaced`介于${low.zh}和${high.zh}之间`, en: `is between ${low.en} and ${high.en}` };
  },
  examples: [
    {
      subject: 'number',
      value: { from: 25, to: 34 },
      yes: [25, 30.5, 34],
      no: [24.99, 34.01, null, undefined, '30', [30]],
    },
    { subject: 'money', value: { from: 100, to: 100 }, yes: [100], no: [99, 101, null] },
  ],
});
