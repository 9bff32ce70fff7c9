import { not, textTest } from '../ir/build-predicate';
import { operandText } from './operand';
import { defineOperator } from './operator';
import { fieldOf } from './subject-value';

export const notStartsWith = defineOperator({
  id: 'notStartsWith',
  label: { zh: '开头不是', en: 'doesn’t start with' },
  help: {
    zh: '“开头是”的反面，为空的也算在内，例如“门店编号开头不是 SH”。',
    en: 'The opposite of “starts with”, empty ones included, e.g. “Store number doesn’t start with SH”.',
  },
  subjects: ['text', 'option'],
  input: 'text',
  value: operandText,
  initial: undefined,
  lower: (subject, value) => not(textTest('startsWith', fieldOf(subject), value)),
  relation: (_, value) => ({ zh: `开头不是“${value}”`, en: `doesn’t start with “${value}”` }),
  examples: [
    {
      subject: 'text',
      value: 'SH(',
      yes: ['SH01', 'sh(01)', '', null, undefined, ['SH('], 1],
      no: ['SH(01)', 'SH('],
    },
  ],
});
