import { boolean } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { noOperand } from './operand';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const isTrue = defineOperator({
  id: 'isTrue',
  label: { zh: '为是', en: 'is yes' },
  help: {
    zh: '值是“是”，例如“已加企业微信为是”；为空的不算。',
    en: 'The value is yes, e.g. “Added on WeCom is yes”; empty ones don’t count.',
  },
  subjects: ['boolean'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => compare('eq', expressionOf(subject), boolean(true)),
  relation: () => ({ zh: '为“是”', en: 'is yes' }),
  examples: [
    { subject: 'boolean', value: undefined, yes: [true], no: [false, null, undefined, 1, 0, 'true', [true]] },
  ],
});
