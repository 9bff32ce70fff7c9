import { not } from '../ir/build-predicate';
import { hasValue } from './missing-value';
import { noOperand } from './operand';
import { defineOperator } from './operator';

export const isEmpty = defineOperator({
  id: 'isEmpty',
  label: { zh: '为空', en: 'is empty' },
  help: {
    zh: '没有值，或值的类型不对，例如“生日为空”；空列表也算。',
    en: 'Has no value, or one of the wrong type, e.g. “Birthday is empty”; an empty list counts too.',
  },
  subjects: ['text', 'option', 'number', 'money', 'boolean', 'date', 'day', 'list'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => not(hasValue(subject)),
  relation: () => ({ zh: '为空', en: 'is empty' }),
  examples: [
    { subject: 'text', value: undefined, yes: [null, undefined, 5, ['x'], {}], no: ['x', '', ' '] },
    { subject: 'option', value: undefined, yes: [null, undefined, 5], no: ['gold'] },
    {
      subject: 'number',
      value: undefined,
      yes: [null, undefined, Number.NaN, '5', [5], true],
      no: [0, -1.5],
    },
    { subject: 'money', value: undefined, yes: [null, undefined, '5'], no: [0] },
    { subject: 'boolean', value: undefined, yes: [null, undefined, 1, 'true'], no: [true, false] },
    { subject: 'date', value: undefined, yes: [null, undefined, '2026-06-30', 0], no: [new Date(0)] },
    {
      subject: 'day',
      value: undefined,
      yes: [null, undefined, '1990-05-01', 19_900_501],
      no: [new Date('1990-05-01T00:00:00Z')],
    },
    { subject: 'list', value: undefined, yes: [null, undefined, [], 'x'], no: [['x'], ['']] },
  ],
});
