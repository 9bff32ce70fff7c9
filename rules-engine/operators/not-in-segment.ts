import { not } from '../ir/build-predicate';
import { noOperand } from './operand';
import { defineOperator } from './operator';
import { ruleOf } from './subject-value';

export const notInSegment = defineOperator({
  id: 'notInSegment',
  label: { zh: '不属于', en: 'is not in' },
  help: {
    zh: '按分群已发布的规则当场判断，例如“不属于分群流失会员”。',
    en: 'Judged by the segment’s published rule on the spot, e.g. “not in the segment Churned”.',
  },
  subjects: ['segment'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => not(ruleOf(subject)),
  relation: () => ({ zh: '不属于', en: 'is not in it' }),
  phrase: ({ label }) => ({ zh: `不属于分群“${label.zh}”`, en: `not in the segment “${label.en}”` }),
  examples: [{ subject: 'segment', value: undefined, yes: [false, null, undefined, 1], no: [true] }],
});
