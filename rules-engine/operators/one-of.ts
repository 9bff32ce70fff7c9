import { oneOf as isOneOf } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { severalValues } from './operand';
import { defineOperator } from './operator';
import { expressionOf, worded } from './subject-value';

export const oneOf = defineOperator({
  id: 'oneOf',
  label: { zh: '是其中之一', en: 'is one of' },
  help: {
    zh: '和其中任意一个值完全一样，例如“城市是上海或杭州”；为空的不算。',
    en: 'Exactly one of the values, e.g. “City is Shanghai or Hangzhou”; empty ones don’t count.',
  },
  subjects: ['text', 'option', 'number', 'money'],
  input: 'values',
  value: severalValues,
  initial: [],
  lower: (subject, values) => isOneOf(expressionOf(subject), values),
  relation(subject, values, describe) {
    const { zh, en } = describe.or(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`是${zh}`, en: `is ${en}` };
  },
  examples: [
    {
      subject: 'text',
      value: ['上海', '杭州'],
      yes: ['上海', '杭州'],
      no: ['苏州', '上海，杭州', '', null, undefined, ['上海'], 0],
    },
    { subject: 'option', value: ['gold', 'silver'], yes: ['silver'], no: ['bronze', null] },
    { subject: 'number', value: [1, 2], yes: [1, 2], no: [3, '1', null, [1]] },
    { subject: 'money', value: [100], yes: [100], no: [101, null] },
  ],
});
