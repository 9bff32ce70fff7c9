import { z } from 'zod';
import { defineNode } from './node';

export const segmentOutput = defineNode({
  type: 'segmentOutput',
  kinds: ['segment'],
  group: 'outputs',
  icon: 'circle-dot',
  label: { zh: '分群', en: 'Segment' },
  help: { zh: '连到这里的会员就是这个分群。', en: 'The members that arrive here are the segment.' },
  params: z.strictObject({}),
  initial: {},
  form: [],
  inputs: () => [{ id: 'in', label: { zh: '成员', en: 'Members' } }],
  outputs: () => [],
  compile: () => ({
    outputs: {},
    summary: { zh: '分群成员', en: 'Members of the segment' },
    result: { value: '', label: { zh: '分群成员', en: 'Members of the segment' } },
  }),
  examples: [{}],
});
