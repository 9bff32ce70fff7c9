import { listTest, not } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandTagValues } from './operand';
import { defineOperator } from './operator';
import { fieldOf, worded } from './subject-value';
import { tagText } from './tag-text';

export const hasNoTagValue = defineOperator({
  id: 'hasNoTagValue',
  label: { zh: '标签值不是', en: 'doesn’t have the tag value' },
  help: {
    zh: '上次运行时没有得到其中任何一个值，没有这个标签的也算在内，例如“标签购买频次不是高频”。',
    en: 'Got none of the values in the tag’s last run, those without the tag included, e.g. “tag Purchase frequency is not Frequent”.',
  },
  subjects: ['tag'],
  input: 'tagValues',
  value: operandTagValues,
  initial: [],
  lower: (subject, values) =>
    not(
      listTest(
        'any',
        fieldOf(subject),
        values.map((value) => tagText(subject, value)),
      ),
    ),
  relation(subject, values, describe) {
    const { zh, en } = describe.or(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`不是${zh}`, en: `is not ${en}` };
  },
  phrase(subject, values, describe) {
    const { zh, en } = describe.or(values.map((value) => worded(subject, value, describe)));
    return { zh: spaced`标签“${subject.label.zh}”不是${zh}`, en: `tag “${subject.label.en}” is not ${en}` };
  },
  examples: [
    {
      subject: 'tag',
      value: ['gold'],
      yes: [['level:goldfish'], ['city:gold'], [], null, undefined, 'level:gold'],
      no: [['level:gold'], ['city:x', 'level:gold']],
    },
  ],
});
