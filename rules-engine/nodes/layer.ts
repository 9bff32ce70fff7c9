import { z } from 'zod';
import { layerForm } from './layer-form';
import { layerLabel, layerShape } from './layer-params';
import { defineNode } from './node';

export const layer = defineNode({
  type: 'layer',
  valueParam: 'layer',
  kinds: ['layering'],
  group: 'outputs',
  icon: 'layers',
  label: { zh: '层级', en: 'Layer' },
  help: {
    zh: '连到这里的会员归入这一层。会员符合多层时，归入排在最前面的一层。',
    en: 'The members that arrive here are in this layer. Where several fit, the one higher in the list wins.',
  },
  params: z.strictObject(layerShape),
  initial: { layer: '', color: 0 },
  form: layerForm,
  inputs: () => [{ id: 'in', label: { zh: '成员', en: 'Members' } }],
  outputs: () => [],
  compile(params) {
    const label = layerLabel(params);
    return {
      outputs: {},
      summary: { zh: `归入“${label.zh}”`, en: `In “${label.en}”` },
      result: { value: params.layer, label },
    };
  },
  examples: [
    {
      layer: 'champions',
      label: { zh: '重要价值', en: 'Champions' },
      color: 0,
      strategy: '专属客服，邀请转介绍',
      benefits: '免运费',
    },
  ],
});
