import { z } from 'zod';
import { layerForm } from './layer-form';
import { layerLabel, layerShape } from './layer-params';
import { defineNode } from './node';

export const fallbackLayer = defineNode({
  type: 'fallbackLayer',
  valueParam: 'layer',
  takesRest: true,
  kinds: ['layering'],
  group: 'outputs',
  icon: 'layers-2',
  label: { zh: '兜底层', en: 'Fallback layer' },
  help: {
    zh: '不在其他任何一层的会员都归入这里，所以每位会员总在且只在一层。每个分层要有一个，不用连线。',
    en: 'All members that are in no other layer are in this one, so that everybody is in exactly one. A layering has one of it; nothing is connected to it.',
  },
  params: z.strictObject(layerShape),
  initial: { layer: '', color: 9 },
  form: layerForm,
  inputs: () => [],
  outputs: () => [],
  compile(params) {
    const label = layerLabel(params);
    return {
      outputs: {},
      summary: { zh: `其余会员归入“${label.zh}”`, en: `All others are in “${label.en}”` },
      result: { value: params.layer, label, rest: true },
    };
  },
  examples: [
    {
      layer: 'none',
      label: { zh: '未下单', en: 'No orders' },
      color: 9,
      strategy: '新人礼引导首单',
      benefits: '新人券',
    },
  ],
});
