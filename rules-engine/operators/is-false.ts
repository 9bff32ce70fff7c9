import { boolean } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { noOperand } from './operand';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const isFalse = defineOperator({
  id: 'isFalse',
  label: { zh: '为否', en: 'is no' },
  help: {
    zh: '值是“否”，例如“已加企业微信为否”；没有填的不算。',
    en: 'The value is no, e.g. “Added on WeCom is no”; empty ones don’t count.',
  },
  subjects: ['boolean'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => compare('eq', expressionOf(subject), boolean(false)),
  relation: () => ({ zh: '为“否”', en: 'is no' }),
  examples: [
    { subject: 'boolean', value: undefined, yes: [false], no: [true, null, undefined, 1, 0, 'true', [true]] },
  ],
});
