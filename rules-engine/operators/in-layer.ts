import { oneOf } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandTagValues } from './operand';
import { defineOperator } from './operator';
import { fieldOf, worded } from './subject-value';

export const inLayer = defineOperator({
  id: 'inLayer',
  label: { zh: '在层级', en: 'is in layer' },
  help: {
    zh: '上次运行时在其中一层，例如“分层 RFM 在重要价值”。',
    en: 'Was in one of the layers in the layering’s last run, e.g. “layering RFM is Champions”.',
  },
  subjects: ['layering'],
  input: 'tagValues',
  value: operandTagValues,
  initial: [],
  lower: (subject, layers) => oneOf(fieldOf(subject), layers),
  relation(subject, layers, describe) {
    const { zh, en } = describe.or(layers.map((layer) => worded(subject, layer, describe)));
    return { zh: spaced`在${zh}`, en: `is ${en}` };
  },
  phrase(subject, layers, describe) {
    const { zh, en } = describe.or(layers.map((layer) => worded(subject, layer, describe)));
    return { zh: spaced`分层“${subject.label.zh}”在${zh}`, en: `layering “${subject.label.en}” is ${en}` };
  },
  examples: [
    {
      subject: 'layering',
      value: ['champions', 'new'],
      yes: ['champions', 'new'],
      no: ['churned', 'Champions', '', ['champions'], { layer: 'champions' }, null, undefined],
    },
  ],
});
