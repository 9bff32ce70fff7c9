import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { oneValue } from './operand';
import { defineOperator } from './operator';
import { expressionOf, literalOf, worded } from './subject-value';

export const equals = defineOperator({
  id: 'equals',
  label: { zh: '等于', en: 'is' },
  help: {
    zh: '和给定的值完全一样，例如“城市是上海”；为空的不算。',
    en: 'Exactly the given value, e.g. “City is Shanghai”; empty ones don’t count.',
  },
  subjects: ['text', 'option', 'number', 'money'],
  input: 'value',
  value: oneValue,
  initial: undefined,
  lower: (subject, value) => compare('eq', expressionOf(subject), literalOf(value)),
  relation(subject, value, describe) {
    const { zh, en } = worded(subject, value, describe);
    return { zh: typeof value === 'number' ? spaced`等于${zh}` : spaced`是${zh}`, en: `is ${en}` };
  },
  examples: [
    {
      subject: 'text',
      value: '上海',
      yes: ['上海'],
      no: ['上海市', ' 上海', '', null, undefined, ['上海'], 1],
    },
    { subject: 'option', value: 'gold', yes: ['gold'], no: ['Gold', 'silver', null] },
    { subject: 'number', value: 3, yes: [3], no: [3.01, '3', null, [3], true] },
    { subject: 'money', value: 19_900, yes: [19_900], no: [199, 19_901, null] },
  ],
});
