import { textTest } from '../ir/build-predicate';
import { operandText } from './operand';
import { defineOperator } from './operator';
import { fieldOf } from './subject-value';

export const endsWith = defineOperator({
  id: 'endsWith',
  label: { zh: '结尾是', en: 'ends with' },
  help: {
    zh: '以给定的文字结尾，区分大小写，例如“邮箱结尾是 @qq.com”；为空的不算。',
    en: 'Ends with the text, capitals matter, e.g. “Email ends with @qq.com”; empty ones don’t count.',
  },
  subjects: ['text', 'option'],
  input: 'text',
  value: operandText,
  initial: undefined,
  lower: (subject, value) => textTest('endsWith', fieldOf(subject), value),
  relation: (_, value) => ({ zh: `结尾是“${value}”`, en: `ends with “${value}”` }),
  examples: [
    {
      subject: 'text',
      value: '@qq.com',
      yes: ['1@qq.com', '@qq.com'],
      no: ['1@qq.com ', '1@QQ.com', '1@qq.com.cn', '1@qqxcom', '', null, undefined, ['@qq.com']],
    },
  ],
});
