import { noOperand } from './operand';
import { defineOperator } from './operator';
import { ruleOf } from './subject-value';

export const inSegment = defineOperator({
  id: 'inSegment',
  label: { zh: '属于', en: 'is in' },
  help: {
    zh: '按分群已发布的规则当场判断，例如“属于分群高价值会员”，所以总是最新的。',
    en: 'Judged by the segment’s published rule on the spot, e.g. “in the segment High value”, so it is always current.',
  },
  subjects: ['segment'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: ruleOf,
  relation: () => ({ zh: '属于', en: 'is in it' }),
  phrase: ({ label }) => ({ zh: `属于分群“${label.zh}”`, en: `in the segment “${label.en}”` }),
  examples: [{ subject: 'segment', value: undefined, yes: [true], no: [false, null, undefined, 1] }],
});
