import { z } from 'zod';
import { all, not } from '../ir/build-predicate';
import { everyone, except, inAll } from '../sentence/description';
import { defineNode } from './node';

export const minus = defineNode({
  type: 'minus',
  kinds: ['tag', 'segment', 'layering'],
  group: 'sets',
  icon: 'squares-subtract',
  label: { zh: '排除', en: 'Minus' },
  help: {
    zh: '从一群会员里去掉另一群，例如“近 30 天下单”去掉“员工名单”。',
    en: 'Takes one set of members out of another, e.g. recent buyers without the list of employees.',
  },
  params: z.strictObject({}),
  initial: {},
  form: [],
  inputs: () => [
    { id: 'from', label: { zh: '保留', en: 'From' } },
    { id: 'without', label: { zh: '去掉', en: 'Without' } },
  ],
  outputs: () => [{ id: 'out', label: { zh: '剩下的', en: 'Left' } }],
  compile: (_, { from, without }) =>
    from && without
      ? {
          outputs: { out: all([from, not(without)]) },
          summary: { zh: '保留的里面去掉另一群', en: 'The one set without the other' },
        }
      : null,
  describe: ({ from = everyone, without = everyone }) => inAll([from, except(without)]),
  examples: [{}],
});
