import { z } from 'zod';
import { number } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { defineOperator } from './operator';
import { expressionOf, numberPhrase } from './subject-value';

export const atLeast = defineOperator({
  id: 'atLeast',
  label: { zh: '大于等于', en: 'at least' },
  help: {
    zh: '数值不小于给定值;为空的不算。',
    en: 'The number is no less than the given one; empty ones don’t count.',
  },
  subjects: ['number', 'money'],
  input: 'number',
  value: z.number(),
  initial: undefined,
  lower: (subject, value) => compare('gte', expressionOf(subject), number(value)),
  phrase: (subject, value, describe) => numberPhrase(subject, { zh: '≥', en: '≥' }, value, describe),
  examples: [{ subject: 'number', value: 4, yes: [4, 4.5, 100], no: [3.99, -4, null, '5', [5]] }],
});
