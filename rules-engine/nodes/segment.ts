import { z } from 'zod';
import { compileTest } from '../compile/condition';
import { inSegment } from '../operators/in-segment';
import { defineNode } from './node';

export const segment = defineNode({
  type: 'segment',
  kinds: ['tag', 'segment', 'layering'],
  group: 'sources',
  icon: 'group',
  label: { zh: '分群成员', en: 'Segment' },
  help: {
    zh: '从一个已发布的分群开始；它的规则变了，这里跟着变。',
    en: 'Starts with a published segment; when its rule changes, this follows.',
  },
  params: z.strictObject({ key: z.string().min(1).max(200) }),
  initial: { key: '' },
  form: [{ param: 'key', input: 'segment', label: { zh: '分群', en: 'Segment' } }],
  inputs: () => [],
  outputs: () => [{ id: 'out', label: { zh: '会员', en: 'Members' } }],
  compile({ key }, _, walk) {
    const test = { subject: { kind: 'segment', key }, operator: inSegment.id };
    const compiled = compileTest(test, { row: '', subject: '', operator: '', value: '' }, walk);
    return (
      compiled && {
        outputs: { out: compiled.predicate },
        phrases: { out: compiled.phrase },
        summary: compiled.phrase.text,
      }
    );
  },
  examples: [{ key: 'high_value' }],
});
