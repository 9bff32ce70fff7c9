import { number } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandNumber } from './operand';
import { defineOperator } from './operator';
import { expressionOf, worded } from './subject-value';

export const atMost = defineOperator({
  id: 'atMost',
  label: { zh: '至多（≤）', en: 'at most' },
  help: {
    zh: '不超过给定值，例如“距上次下单天数至多 30 天”；为空的不算。',
    en: 'No more than the given number, e.g. “time since the last order is at most 30 days”; empty ones don’t count.',
  },
  subjects: ['number', 'money'],
  input: 'number',
  value: operandNumber,
  initial: undefined,
  lower: (subject, value) => compare('lte', expressionOf(subject), number(value)),
  relation(subject, value, describe) {
    const { zh, en } = worded(subject, value, describe);
    return { zh: spaced`至多${zh}`, en: `is at most ${en}` };
  },
  examples: [
    { subject: 'number', value: 4, yes: [4, 3.99, -100], no: [4.01, 5, null, undefined, '1', [1]] },
    { subject: 'money', value: 20_000, yes: [20_000], no: [20_001, null] },
  ],
});
