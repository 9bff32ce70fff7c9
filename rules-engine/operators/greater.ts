import { number } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandNumber } from './operand';
import { defineOperator } from './operator';
import { expressionOf, worded } from './subject-value';

export const greater = defineOperator({
  id: 'greater',
  label: { zh: '大于', en: 'more than' },
  help: {
    zh: '比给定值大，例如“积分大于 1,000”；为空的不算。',
    en: 'Above the given number, e.g. “Points is more than 1,000”; empty ones don’t count.',
  },
  subjects: ['number', 'money'],
  input: 'number',
  value: operandNumber,
  initial: undefined,
  lower: (subject, value) => compare('gt', expressionOf(subject), number(value)),
  relation(subject, value, describe) {
    const { zh, en } = worded(subject, value, describe);
    return { zh: spaced`大于${zh}`, en: `is more than ${en}` };
  },
  examples: [
    { subject: 'number', value: 4, yes: [4.01, 100], no: [4, -4, null, undefined, '9', [9]] },
    { subject: 'money', value: 20_000, yes: [20_001], no: [20_000, null] },
  ],
});
