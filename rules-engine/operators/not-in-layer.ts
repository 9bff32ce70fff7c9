import { not, oneOf } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { operandTagValues } from './operand';
import { defineOperator } from './operator';
import { fieldOf, worded } from './subject-value';

export const notInLayer = defineOperator({
  id: 'notInLayer',
  label: { zh: '不在层级', en: 'is not in layer' },
  help: {
    zh: '上次运行时不在其中任何一层，还没有分过层的也算在内，例如“分层 RFM 不在流失”。',
    en: 'Was in none of the layers in the layering’s last run, those without a layer yet included, e.g. “layering RFM is not Churned”.',
  },
  subjects: ['layering'],
  input: 'tagValues',
  value: operandTagValues,
  initial: [],
  lower: (subject, layers) => not(oneOf(fieldOf(subject), layers)),
  relation(subject, layers, describe) {
    const { zh, en } = describe.or(layers.map((layer) => worded(subject, layer, describe)));
    return { zh: spaced`不在${zh}`, en: `is not ${en}` };
  },
  phrase(subject, layers, describe) {
    const { zh, en } = describe.or(layers.map((layer) => worded(subject, layer, describe)));
    return {
      zh: spaced`分层“${subject.label.zh}”不在${zh}`,
      en: `layering “${subject.label.en}” is not ${en}`,
    };
  },
  examples: [
    {
      subject: 'layering',
      value: ['churned'],
      yes: ['champions', '', ['churned'], null, undefined],
      no: ['churned'],
    },
  ],
});
