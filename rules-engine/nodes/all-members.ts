import { z } from 'zod';
import { always } from '../ir/build-predicate';
import { defineNode } from './node';

export const allMembers = defineNode({
  type: 'allMembers',
  kinds: ['tag', 'segment', 'layering'],
  group: 'sources',
  icon: 'users',
  label: { zh: '全部会员', en: 'All members' },
  help: { zh: '从所有会员开始。', en: 'Starts with every member.' },
  params: z.strictObject({}),
  initial: {},
  form: [],
  inputs: () => [],
  outputs: () => [{ id: 'out', label: { zh: '会员', en: 'Members' } }],
  compile: () => ({ outputs: { out: always }, summary: { zh: '所有会员', en: 'Every member' } }),
  examples: [{}],
});
