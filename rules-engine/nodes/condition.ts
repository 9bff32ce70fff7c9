import { z } from 'zod';
import { compileGroup } from '../compile/condition';
import { rowsPerGroup } from '../graph/condition';
import { all, not } from '../ir/build-predicate';
import { refusal } from '../sentence/phrases';
import { spaced } from '../sentence/spaced';
import { defineNode } from './node';

export const condition = defineNode({
  type: 'condition',
  parts: true,
  kinds: ['tag', 'segment', 'layering'],
  group: 'conditions',
  icon: 'filter',
  label: { zh: '条件', en: 'Condition' },
  help: {
    zh: '把进来的会员分成两路：满足条件的和不满足条件的，例如“近 90 天下单次数至少 3”。',
    en: 'Parts the members coming in: those for whom the condition holds, and the others, e.g. “order count in the last 90 days is at least 3”.',
  },
  params: z.strictObject({
    mode: z.enum(['all', 'any']),
    rows: z.array(z.unknown()).min(1).max(rowsPerGroup),
  }),
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
    const { predicate, phrase } = compiled;
    if (predicate.kind === 'constant') {
      const { zh, en } = predicate.value
        ? { zh: '每个会员都满足', en: 'holds for every member' }
        : { zh: '没有会员能满足', en: 'can hold for no member' };
      const code = predicate.value ? 'always-true' : 'always-false';
      walk.report.warning(code, null, { zh: spaced`这个条件${zh}。`, en: `This condition ${en}.` });
    }
    return {
      outputs: { matched: all([incoming, predicate]), notMatched: all([incoming, not(predicate)]) },
      phrases: { matched: phrase, notMatched: { text: refusal(phrase.text), joined: null, rest: true } },
      summary: phrase.text,
    };
  },
  examples: [
    {
      mode: 'all',
      rows: [{ subject: { kind: 'field', path: 'attrs.city' }, operator: 'oneOf', value: ['上海', '杭州'] }],
    },
  ],
});
