import { not, textTest } from '../ir/build-predicate';
import { operandText } from './operand';
import { defineOperator } from './operator';
import { fieldOf } from './subject-value';

export const notContains = defineOperator({
  id: 'notContains',
  label: { zh: '不包含', en: 'doesn’t contain' },
  help: {
    zh: '“包含”的反面，为空的也算在内，例如“昵称不包含测试”。',
    en: 'The opposite of “contains”, empty ones included, e.g. “Nickname doesn’t contain test”.',
  },
  subjects: ['text', 'option'],
  input: 'text',
  value: operandText,
  initial: undefined,
  lower: (subject, value) => not(textTest('contains', fieldOf(subject), value)),
  relation: (_, value) => ({ zh: `不包含“${value}”`, en: `doesn’t contain “${value}”` }),
  examples: [
    {
      subject: 'text',
      value: '.com',
      yes: ['a,com', 'a.COM', '', null, undefined, ['.com'], 5],
      no: ['a.com', '.com', 'x.community'],
    },
  ],
});
