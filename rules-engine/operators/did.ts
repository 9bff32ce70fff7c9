import { number } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { noOperand } from './operand';
import { defineOperator } from './operator';
import { expressionOf } from './subject-value';

export const did = defineOperator({
  id: 'did',
  label: { zh: '做过', en: 'did' },
  help: {
    zh: '在时间范围内至少发生过一次，例如“近 90 天有下单记录”。',
    en: 'Happened at least once in the window, e.g. “at least one order in the last 90 days”.',
  },
  subjects: ['events'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => compare('gte', expressionOf(subject), number(1)),
  relation: () => ({ zh: '有记录', en: 'at least once' }),
  phrase({ happening, label }) {
    const { zh, en } = happening ?? label;
    return { zh: spaced`有${zh}记录`, en: `at least one ${en}` };
  },
  examples: [
    {
      subject: 'events',
      value: undefined,
      yes: [1, 2].map(happenings),
      no: [[], undefined, null, 'visit', [{}]],
    },
  ],
});

/** So many events of the type that the examples ask about. */
function happenings(n: number) {
  return Array.from({ length: n }, () => ({
    type: 'visit',
    at: new Date('2026-06-01T04:00:00Z'),
    props: {},
  }));
}
