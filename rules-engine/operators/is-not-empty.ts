import { hasValue } from './missing-value';
import { noOperand } from './operand';
import { defineOperator } from './operator';

export const isNotEmpty = defineOperator({
  id: 'isNotEmpty',
  label: { zh: '不为空', en: 'is not empty' },
  help: {
    zh: '有值，而且类型正确，例如“手机号不为空”。',
    en: 'Has a value of the right type, e.g. “Phone is not empty”.',
  },
  subjects: ['text', 'option', 'number', 'money', 'boolean', 'date', 'day', 'list'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: hasValue,
  relation: () => ({ zh: '不为空', en: 'is not empty' }),
  examples: [
    { subject: 'text', value: undefined, yes: ['x', '', ' '], no: [null, undefined, 5, ['x'], {}] },
    { subject: 'option', value: undefined, yes: ['gold'], no: [null, undefined, 5] },
    {
      subject: 'number',
      value: undefined,
      yes: [0, -1.5],
      no: [null, undefined, Number.NaN, '5', [5], true],
    },
    { subject: 'money', value: undefined, yes: [0], no: [null, undefined, '5'] },
    { subject: 'boolean', value: undefined, yes: [true, false], no: [null, undefined, 1, 'true'] },
    { subject: 'date', value: undefined, yes: [new Date(0)], no: [null, undefined, '2026-06-30', 0] },
    {
      subject: 'day',
      value: undefined,
      yes: [new Date('1990-05-01T00:00:00Z')],
      no: [null, undefined, '1990-05-01', 19_900_501],
    },
    { subject: 'list', value: undefined, yes: [['x'], ['']], no: [null, undefined, [], 'x'] },
  ],
});
