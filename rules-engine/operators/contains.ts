import { textTest } from '../ir/build-predicate';
import { operandText } from './operand';
import { defineOperator } from './operator';
import { fieldOf } from './subject-value';

export const contains = defineOperator({
  id: 'contains',
  label: { zh: '包含', en: 'contains' },
  help: {
    zh: '原样出现在其中就算，区分大小写，例如“昵称包含妈妈”；为空的不算。',
    en: 'The text appears in it as written, capitals matter, e.g. “Nickname contains mom”; empty ones don’t count.',
  },
  subjects: ['text', 'option'],
  input: 'text',
  value: operandText,
  initial: undefined,
  lower: (subject, value) => textTest('contains', fieldOf(subject), value),
  relation: (_, value) => ({ zh: `包含“${value}”`, en: `contains “${value}”` }),
  examples: [
    {
      subject: 'text',
      value: '.com',
      yes: ['a.com', '.com', 'x.community'],
      no: ['a,com', 'a.COM', '', null, undefined, ['.com'], 5],
    },
  ],
});
