import { listTest } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandTagValues } from './operand';
import { defineOperator } from './operator';
import { fieldOf, worded } from './subject-value';
import { tagText } from './tag-text';

export const hasTagValue = defineOperator({
  id: 'hasTagValue',
  label: { zh: '标签值是', en: 'has the tag value' },
  help: {
    zh: '上次运行时得到了其中一个值，例如“标签购买频次是高频”。',
    en: 'Got one of the values in the tag’s last run, e.g. “tag Purchase frequency is Frequent”.',
  },
  subjects: ['tag'],
  input: 'tagValues',
  value: operandTagValues,
  initial: [],
  lower: (subject, values) =>
    listTest(
      'any',
      fieldOf(subject),
      values.map((value) => tagText(subject, value)),
    ),
  relation(subject, values, describe) {
    const { zh, en } = describe.or(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`是${zh}`, en: `is ${en}` };
  },
  phrase(subject, values, describe) {
    const { zh, en } = describe.or(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`标签“${subject.label.zh}”是${zh}`, en: `tag “${subject.label.en}” is ${en}` };
  },
  examples: [
    {
      subject: 'tag',
      value: ['gold', 'silver'],
      yes: [['level:gold'], ['city:x', 'level:silver']],
      no: [['level:goldfish'], ['level'], ['city:gold'], [['level:gold']], [], null, undefined, 'level:gold'],
    },
  ],
});
