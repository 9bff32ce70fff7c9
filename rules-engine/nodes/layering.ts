import { z } from 'zod';
import { compileTest } from '../compile/condition';
import { inLayer } from '../operators/in-layer';
import { operandLimits, tagValueText } from '../operators/operand';
import { defineNode } from './node';

export const layering = defineNode({
  type: 'layering',
  kinds: ['tag', 'segment', 'layering'],
  group: 'sources',
  icon: 'pyramid',
  label: { zh: '分层会员', en: 'Members of layers' },
  help: {
    zh: '从某个分层的一层或几层会员开始，看的是分层上次运行的结果。',
    en: 'Starts with the members of one or several layers, as the layering’s last run left them.',
  },
  params: z.strictObject({
    key: z.string().min(1).max(200),
    layers: z.array(tagValueText).min(1).max(operandLimits.values),
  }),
  initial: { key: '', layers: [] },
  form: [
    { param: 'key', input: 'layering', label: { zh: '分层', en: 'Layering' } },
    { param: 'layers', input: 'layers', layeringParam: 'key', label: { zh: '层级', en: 'Layers' } },
  ],
  inputs: () => [],
  outputs: () => [{ id: 'out', label: { zh: '会员', en: 'Members' } }],
  compile({ key, layers }, _, walk) {
    const test = { subject: { kind: 'layering', key }, operator: inLayer.id, value: layers };
    const compiled = compileTest(test, { row: '', subject: '', operator: '', value: 'layers' }, walk);
    return (
      compiled && {
        outputs: { out: compiled.predicate },
        phrases: { out: compiled.phrase },
        summary: compiled.phrase.text,
      }
    );
  },
  examples: [{ key: 'rfm', layers: ['champions', 'new'] }],
});
