import { hasValue } from './missing-value';
import { noOperand } from './operand';
import { defineOperator } from './operator';

export const hasTag = defineOperator({
  id: 'hasTag',
  label: { zh: '有这个标签', en: 'has the tag' },
  help: {
    zh: '上次运行时得到了这个标签的任意一个值，例如“有标签购买频次”。',
    en: 'Got any value of the tag in its last run, e.g. “has the tag Purchase frequency”.',
  },
  subjects: ['tag'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: hasValue,
  relation: () => ({ zh: '有值', en: 'has a value' }),
  phrase: ({ label }) => ({ zh: `有标签“${label.zh}”`, en: `has the tag “${label.en}”` }),
  examples: [
    {
      subject: 'tag',
      value: undefined,
      yes: [['level:gold'], ['city:x', 'level:'], ['level:a:b']],
      no: [[], ['levels:gold'], ['level'], ['xlevel:gold'], [['level:gold']], null, undefined, 'level:gold'],
    },
  ],
});
