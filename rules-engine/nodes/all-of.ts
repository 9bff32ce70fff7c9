import { z } from 'zod';
import { all } from '../ir/build-predicate';
import { inAll } from '../sentence/description';
import { spaced } from '../sentence/spaced';
import { defineNode, type Port } from './node';

const most = 8;

export const allOf = defineNode({
  type: 'allOf',
  kinds: ['tag', 'segment', 'layering'],
  group: 'sets',
  icon: 'squares-intersect',
  label: { zh: '同时属于', en: 'All of' },
  help: {
    zh: '取每一个入口里都有的会员，例如“高消费”和“高互动”的交集。',
    en: 'Keeps the members that arrive at every input, e.g. those who both spend and interact a lot.',
  },
  params: z.strictObject({ inputs: z.int().min(2).max(most) }),
  initial: { inputs: 2 },
  form: [
    { param: 'inputs', input: 'number', label: { zh: '入口个数', en: 'Inputs' }, min: 2, max: most, step: 1 },
  ],
  inputs: ({ inputs }) => Array.from({ length: numberOfInputs(inputs) }, (_, i) => input(i + 1)),
  outputs: () => [{ id: 'out', label: { zh: '交集', en: 'In all' } }],
  compile: (_, inputs) => ({
    outputs: { out: all(Object.values(inputs)) },
    summary: { zh: '每个入口里都有的会员', en: 'Members of every input' },
  }),
  describe: (inputs) => inAll(Object.values(inputs)),
  examples: [{ inputs: 2 }, { inputs: 3 }],
});

function input(n: number): Port {
  return { id: `in${n}`, label: { zh: spaced`入口${n}`, en: `Input ${n}` } };
}

/** A draft may have anything here; its edges stay where they are as far as possible. */
function numberOfInputs(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) ? Math.min(Math.max(value, 2), most) : 2;
}
