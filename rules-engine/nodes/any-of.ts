import { z } from 'zod';
import { any } from '../ir/build-predicate';
import { inAny } from '../sentence/description';
import { defineNode } from './node';

export const anyOf = defineNode({
  type: 'anyOf',
  kinds: ['tag', 'segment', 'layering'],
  group: 'sets',
  icon: 'squares-unite',
  label: { zh: '合并', en: 'Any of' },
  help: {
    zh: '把连进来的几路会员合在一起，同一个会员只算一次。',
    en: 'Puts together the members of all edges that lead in; each member counts once.',
  },
  params: z.strictObject({}),
  initial: {},
  form: [],
  inputs: () => [{ id: 'in', label: { zh: '进入', en: 'In' } }],
  outputs: () => [{ id: 'out', label: { zh: '并集', en: 'In any' } }],
  compile: (_, inputs) => ({
    outputs: { out: any(Object.values(inputs)) },
    summary: { zh: '任意一路进来的会员', en: 'Members of any edge' },
  }),
  describe: (inputs) => inAny(Object.values(inputs)),
  examples: [{}],
});
