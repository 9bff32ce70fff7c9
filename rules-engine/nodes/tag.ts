import { z } from 'zod';
import { compileTest } from '../compile/condition';
import { hasTag } from '../operators/has-tag';
import { hasTagValue } from '../operators/has-tag-value';
import { operandLimits, tagValueText } from '../operators/operand';
import { defineNode } from './node';

export const tag = defineNode({
  type: 'tag',
  kinds: ['tag', 'segment', 'layering'],
  group: 'sources',
  icon: 'tags',
  label: { zh: '标签会员', en: 'Tagged members' },
  help: {
    zh: '从带有某个标签的会员开始，看的是标签上次运行的结果。不选值就是有这个标签的所有会员。',
    en: 'Starts with the members that have a tag, as its last run left them. Without a value chosen: all that have it.',
  },
  params: z.strictObject({
    key: z.string().min(1).max(200),
    values: z.array(tagValueText).max(operandLimits.values),
  }),
  initial: { key: '', values: [] },
  form: [
    { param: 'key', input: 'tag', label: { zh: '标签', en: 'Tag' } },
    { param: 'values', input: 'tagValues', tagParam: 'key', label: { zh: '值', en: 'Values' } },
  ],
  inputs: () => [],
  outputs: () => [{ id: 'out', label: { zh: '会员', en: 'Members' } }],
  compile({ key, values }, _, walk) {
    const subject = { kind: 'tag', key };
    const test =
      values.length === 0
        ? { subject, operator: hasTag.id }
        : { subject, operator: hasTagValue.id, value: values };
    const compiled = compileTest(test, { row: '', subject: '', operator: '', value: 'values' }, walk);
    return (
      compiled && {
        outputs: { out: compiled.predicate },
        phrases: { out: compiled.phrase },
        summary: compiled.phrase.text,
      }
    );
  },
  examples: [
    { key: 'frequency', values: ['high'] },
    { key: 'frequency', values: [] },
  ],
});
