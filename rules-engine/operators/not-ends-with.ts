import { not, textTest } from '../ir/build-predicate';
import { operandText } from './operand';
import { defineOperator } from './operator';
import { fieldOf } from './subject-value';

export const notEndsWith = defineOperator({
  id: 'notEndsWith',
  label: { zh: '结尾不是', en: 'doesn’t end with' },
  help: {
    zh: '“结尾是”的反面，为空的也算在内，例如“邮箱结尾不是 @qq.com”。',
    en: 'The opposite of “ends with”, empty ones included, e.g. “Email doesn’t end with @qq.com”.',
  },
  subjects: ['text', 'option'],
  input: 'text',
  value: operandText,
  initial: undefined,
  lower: (subject, value) => not(textTest('endsWith', fieldOf(subject), value)),
  relation: (_, value) => ({ zh: `结尾不是“${value}”`, en: `doesn’t end with “${value}”` }),
  examples: [
    {
      subject: 'text',
      value: '@qq.com',
      yes: ['1@QQ.com', '1@qqxcom', '', null, undefined, ['@qq.com']],
      no: ['1@qq.com', '@qq.com'],
    },
  ],
});
