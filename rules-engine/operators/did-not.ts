import { number } from '../ir/build-expression';
import { compare, not } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { noOperand } from './operand';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const didNot = defineOperator({
  id: 'didNot',
  label: { zh: '没做过', en: 'did not' },
  help: {
    zh: '在时间范围内一次也没有，例如“近 90 天没有下单记录”。',
    en: 'Never happened in the window, e.g. “no order in the last 90 days”.',
  },
  subjects: ['events'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => not(compare('gte', expressionOf(subject), number(1))),
  relation: () => ({ zh: '没有记录', en: 'never' }),
  phrase({ happening, label }) {
    const { zh, en } = happening ?? label;
    return { zh: spaced`没有${zh}记录`, en: `no ${en}` };
  },
  examples: [
    {
      subject: 'events',
      value: undefined,
      yes: [[], undefined, null, [{ type: 'order', at: new Date('2026-06-01T04:00:00Z'), props: {} }]],
      no: [[{ type: 'visit', at: new Date('2026-06-01T04:00:00Z'), props: {} }]],
    },
  ],
});
