import { z } from 'zod';
import { compileTest } from '../compile/condition';
import { onList } from '../operators/on-list';
import { defineNode } from './node';

export const list = defineNode({
  type: 'list',
  kinds: ['tag', 'segment', 'layering'],
  group: 'sources',
  icon: 'list-checks',
  label: { zh: '上传名单', en: 'Uploaded list' },
  help: {
    zh: '从一份上传的会员名单开始，例如线下活动的签到名单。',
    en: 'Starts with an uploaded list of members, e.g. those who signed in at an event.',
  },
  params: z.strictObject({ id: z.string().min(1).max(200) }),
  initial: { id: '' },
  form: [{ param: 'id', input: 'list', label: { zh: '名单', en: 'List' } }],
  inputs: () => [],
  outputs: () => [{ id: 'out', label: { zh: '会员', en: 'Members' } }],
  compile({ id }, _, walk) {
    const test = { subject: { kind: 'list', id }, operator: onList.id };
    const compiled = compileTest(test, { row: '', subject: '', operator: '', value: '' }, walk);
    return (
      compiled && {
        outputs: { out: compiled.predicate },
        phrases: { out: compiled.phrase },
        summary: compiled.phrase.text,
      }
    );
  },
  examples: [{ id: 'june_event' }],
});
