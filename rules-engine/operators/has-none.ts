import { listTest, not } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandTexts } from './operand';
import { defineOperator } from './operator';
import { fieldOf, worded } from './subject-value';

export const hasNone = defineOperator({
  id: 'hasNone',
  label: { zh: '一个都不包含', en: 'has none of' },
  help: {
    zh: '列表里一个都没有，列表为空的也算在内，例如“兴趣不包含护肤或彩妆”。',
    en: 'None of them is in the list, empty lists included, e.g. “Interests don’t include skin care or make-up”.',
  },
  subjects: ['list'],
  input: 'values',
  value: operandTexts,
  initial: [],
  lower: (subject, values) => not(listTest('any', fieldOf(subject), values)),
  relation(subject, values, describe) {
    const { zh, en } = describe.or(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`不包含${zh}`, en: `don’t include ${en}` };
  },
  examples: [
    {
      subject: 'list',
      value: ['护肤', '彩妆'],
      yes: [['运动'], [['护肤']], [], null, undefined, '护肤'],
      no: [['护肤'], ['运动', '彩妆']],
    },
  ],
});
