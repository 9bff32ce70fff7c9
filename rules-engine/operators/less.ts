import { number } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandNumber } from './operand';
import { defineOperator } from './operator';
import { expressionOf, worded } from './subject-value';

export const less = defineOperator({
  id: 'less',
  label: { zh: '小于', en: 'less than' },
  help: {
    zh: '比给定值小，例如“年龄小于 30”；为空的不算。',
    en: 'Below the given number, e.g. “Age is less than 30”; empty ones don’t count.',
  },
  subjects: ['number', 'money'],
  input: 'number',
  value: operandNumber,
  initial: undefined,
  lower: (subject, value) => compare('lt', expressionOf(subject), number(value)),
  relation(subject, value, describe) {
    const { zh, en } = worded(subject, value, describe);
    return { zh: spaced`小于${zh}`, en: `is less than ${en}` };
  },
  examples: [
    { subject: 'number', value: 4, yes: [3.99, -100], no: [4, 5, null, undefined, '1', [1]] },
    { subject: 'money', value: 20_000, yes: [19_999], no: [20_000, null] },
  ],
});
