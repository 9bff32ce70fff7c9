import { textTest } from '../ir/build-predicate';
import { operandText } from './operand';
import { defineOperator } from './operator';
import { fieldOf } from './subject-value';

export const startsWith = defineOperator({
  id: 'startsWith',
  label: { zh: '开头是', en: 'starts with' },
  help: {
    zh: '以给定的文字开头，区分大小写，例如“门店编号开头是 SH”；为空的不算。',
    en: 'Begins with the text, capitals matter, e.g. “Store number starts with SH”; empty ones don’t count.',
  },
  subjects: ['text', 'option'],
  input: 'text',
  value: operandText,
  initial: undefined,
  lower: (subject, value) => textTest('startsWith', fieldOf(subject), value),
  relation: (_, value) => ({ zh: `开头是“${value}”`, en: `starts with “${value}”` }),
  examples: [
    {
      subject: 'text',
      value: 'SH(',
      yes: ['SH(01)', 'SH('],
      no: ['SH01', 'sh(01)', ' SH(', '', null, undefined, ['SH('], 1],
    },
  ],
});
