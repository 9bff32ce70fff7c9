import { not } from '../ir/build-predicate';
import { hasValue } from './missing-value';
import { noOperand } from './operand';
import { defineOperator } from './operator';

export const hasNoTag = defineOperator({
  id: 'hasNoTag',
  label: { zh: '没有这个标签', en: 'doesn’t have the tag' },
  help: {
    zh: '上次运行时没有得到这个标签的任何值，例如“没有标签购买频次”。',
    en: 'Got no value of the tag in its last run, e.g. “doesn’t have the tag Purchase frequency”.',
  },
  subjects: ['tag'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => not(hasValue(subject)),
  relation: () => ({ zh: '没有值', en: 'has no value' }),
  phrase: ({ label }) => ({ zh: `没有标签“${label.zh}”`, en: `doesn’t have the tag “${label.en}”` }),
  examples: [
    {
      subject: 'tag',
      value: undefined,
      yes: [[], ['levels:gold'], ['level'], null, undefined, 'level:gold'],
      no: [['level:gold'], ['city:x', 'level:silver']],
    },
  ],
});
