import { number } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandNumber } from './operand';
import { defineOperator } from './operator';
import { expressionOf, worded } from './subject-value';

export const atLeast = defineOperator({
  id: 'atLeast',
  label: { zh: '至少（≥）', en: 'at least' },
  help: {
    zh: '不少于给定值，例如“下单天数至少 4”；为空的不算。',
    en: 'No less than the given number, e.g. “number of order days is at least 4”; empty ones don’t count.',
  },
  subjects: ['number', 'money'],
  input: 'number',
  value: operandNumber,
  initial: undefined,
  lower: (subject, value) => compare('gte', expressionOf(subject), number(value)),
  relation(subject, value, describe) {
    const { zh, en } = worded(subject, value, describe);
    return { zh: spaced`至少${zh}`, en: `is at least ${en}` };
  },
  examples: [
    { subject: 'number', value: 4, yes: [4, 4.5, 100], no: [3.99, -4, null, undefined, '5', [5]] },
    { subject: 'money', value: 20_000, yes: [20_000], no: [19_999, null] },
  ],
});
