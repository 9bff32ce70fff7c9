import { compare, not } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { oneValue } from './operand';
import { defineOperator } from './operator';
import { expressionOf, literalOf, worded } from './subject-value';

export const notEquals = defineOperator({
  id: 'notEquals',
  label: { zh: '不等于', en: 'is not' },
  help: {
    zh: '“等于”的反面，为空的也算在内，例如“来源不是抖音”包括来源未知的会员。',
    en: 'The opposite of “is”, empty ones included, e.g. “Source is not Douyin” takes in those whose source is unknown.',
  },
  subjects: ['text', 'option', 'number', 'money'],
  input: 'value',
  value: oneValue,
  initial: undefined,
  lower: (subject, value) => not(compare('eq', expressionOf(subject), literalOf(value))),
  relation(subject, value, describe) {
    const { zh, en } = worded(subject, value, describe);
    return { zh: typeof value === 'number' ? spaced`不等于${zh}` : spaced`不是${zh}`, en: `is not ${en}` };
  },
  examples: [
    { subject: 'text', value: '上海', yes: ['上海市', '', null, undefined, ['上海'], 1], no: ['上海'] },
    { subject: 'option', value: 'gold', yes: ['silver', null], no: ['gold'] },
    { subject: 'number', value: 3, yes: [3.01, '3', null, [3]], no: [3] },
    { subject: 'money', value: 19_900, yes: [199, null], no: [19_900] },
  ],
});
