import { z } from 'zod';
import { compileGroup } from '../compile/condition';
import { all, not } from '../ir/build-predicate';
import { defineNode } from './node';

export const condition = defineNode({
  type: 'condition',
  kinds: ['tag', 'segment'],
  group: 'conditions',
  icon: 'filter',
  label: { zh: '条件', en: 'Condition' },
  help: {
    zh: '把进来的会员分成两路:满足条件的和不满足条件的。',
    en: 'Parts the members coming in: those for whom the condition holds, and the others.',
  },
  params: z.strictObject({ mode: z.enum(['all', 'any']), rows: z.array(z.unknown()).min(1).max(50) }),
  initial: { mode: 'all', rows: [] },
  form: [{ param: 'rows', input: 'conditions', label: { zh: '条件', en: 'Conditions' } }],
  inputs: () => [{ id: 'in', label: { zh: '进入', en: 'In' } }],
  outputs: () => [
    { id: 'matched', label: { zh: '满足', en: 'Matched' } },
    { id: 'notMatched', label: { zh: '不满足', en: 'Not matched' } },
  ],
  compile(params, { in: incoming }, walk) {
    const compiled = compileGroup(params, '', walk);
    if (!compiled || !incoming) return null;
    return {
      outputs: {
        matched: all([incoming, compiled.predicate]),
        notMatched: all([incoming, not(compiled.predicate)]),
      },
      summary: compiled.phrase,
    };
  },
  examples: [
    {
      mode: 'all',
      rows: [{ subject: { kind: 'field', path: 'attrs.city' }, operator: 'oneOf', value: ['上海', '杭州'] }],
    },
  ],
});
