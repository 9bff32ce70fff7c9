import { oneOf as isOneOf, not } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { severalValues } from './operand';
import { defineOperator } from './operator';
import { expressionOf, worded } from './subject-value';

export const noneOf = defineOperator({
  id: 'noneOf',
  label: { zh: '不是其中任何一个', en: 'is none of' },
  help: {
    zh: '和这些值都不一样，为空的也算在内，例如“城市不是上海或杭州”。',
    en: 'None of the values, empty ones included, e.g. “City is none of Shanghai or Hangzhou”.',
  },
  subjects: ['text', 'option', 'number', 'money'],
  input: 'values',
  value: severalValues,
  initial: [],
  lower: (subject, values) => not(isOneOf(expressionOf(subject), values)),
  relation(subject, values, describe) {
    const { zh, en } = describe.or(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`不是${zh}`, en: values.length === 1 ? `is not ${en}` : `is none of ${en}` };
  },
  examples: [
    {
      subject: 'text',
      value: ['上海', '杭州'],
      yes: ['苏州', '', null, undefined, ['上海'], 0],
      no: ['上海', '杭州'],
    },
    { subject: 'option', value: ['gold', 'silver'], yes: ['bronze', null], no: ['gold'] },
    { subject: 'number', value: [1, 2], yes: [3, '1', null], no: [1, 2] },
    { subject: 'money', value: [100], yes: [101, null], no: [100] },
  ],
});
