import { listTest } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandTexts } from './operand';
import { defineOperator } from './operator';
import { fieldOf, worded } from './subject-value';

export const hasAll = defineOperator({
  id: 'hasAll',
  label: { zh: '同时包含', en: 'has all of' },
  help: {
    zh: '列表里每一个都有，例如“兴趣同时包含护肤和彩妆”。',
    en: 'All of them are in the list, e.g. “Interests include skin care and make-up”.',
  },
  subjects: ['list'],
  input: 'values',
  value: operandTexts,
  initial: [],
  lower: (subject, values) => listTest('all', fieldOf(subject), values),
  relation(subject, values, describe) {
    const { zh, en } = describe.and(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`同时包含${zh}`, en: `include ${en}` };
  },
  examples: [
    {
      subject: 'list',
      value: ['护肤', '彩妆'],
      yes: [
        ['彩妆', '护肤'],
        ['护肤', '运动', '彩妆', null],
      ],
      no: [['护肤'], ['护肤', ['彩妆']], [], null, undefined, '护肤'],
    },
  ],
});
