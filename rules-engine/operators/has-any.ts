import { listTest } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandTexts } from './operand';
import { defineOperator } from './operator';
import { fieldOf, worded } from './subject-value';

export const hasAny = defineOperator({
  id: 'hasAny',
  label: { zh: '包含任意一个', en: 'has any of' },
  help: {
    zh: '列表里至少有其中一个，例如“兴趣包含护肤或彩妆”。',
    en: 'At least one of them is in the list, e.g. “Interests include skin care or make-up”.',
  },
  subjects: ['list'],
  input: 'values',
  value: operandTexts,
  initial: [],
  lower: (subject, values) => listTest('any', fieldOf(subject), values),
  relation(subject, values, describe) {
    const { zh, en } = describe.or(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`包含${zh}`, en: `include ${en}` };
  },
  examples: [
    {
      subject: 'list',
      value: ['护肤', '彩妆'],
      yes: [['护肤'], ['运动', '彩妆'], ['护肤', null, 5]],
      no: [['护肤品'], [['护肤']], [], null, undefined, '护肤'],
    },
  ],
});
