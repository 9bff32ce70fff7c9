import { expect, it } from 'vitest';
import { z } from 'zod';
import { issueText } from './issue-text';

function text(schema: z.ZodType, input: unknown) {
  const issue = schema.safeParse(input, { reportInput: true }).error?.issues[0];
  return issue ? issueText(issue) : 'accepted';
}

it.each([
  [z.string(), undefined, { zh: '请填写此项', en: 'this is required' }],
  [z.string(), 1, { zh: '应为文本', en: 'should be text' }],
  [z.coerce.number().int(), 'x', { zh: '应为数字', en: 'should be a number' }],
  [z.int(), 1.5, { zh: '应为整数', en: 'should be a whole number' }],
  [z.string().min(2), '', { zh: '至少 2 个字', en: 'at least 2 characters' }],
  [z.array(z.string()).max(1), ['a', 'b'], { zh: '最多 1 项', en: 'at most 1 entries' }],
  [z.number().positive(), 0, { zh: '应大于 0', en: 'more than 0' }],
  [z.enum(['a', 'b']), 'c', { zh: '只能是 a、b', en: 'must be one of a, b' }],
  [
    z.string().regex(/^a$/),
    'b',
    { zh: '含有不允许的字符，或格式不符', en: 'has characters that are not allowed, or the wrong form' },
  ],
  [z.email(), 'b', { zh: '应为邮箱地址', en: 'should be an email address' }],
  [z.strictObject({}), { x: 1 }, { zh: '没有这些字段：x', en: 'unknown: x' }],
  [z.union([z.string(), z.number()]), true, { zh: '内容无效', en: 'not valid' }],
  [z.string().refine(() => false, { params: { zh: '不行', en: 'no' } }), '', { zh: '不行', en: 'no' }],
  [z.string().refine(() => false), '', { zh: '内容无效', en: 'not valid' }],
])('%# says why in both languages', (schema, input, expected) => {
  expect(text(schema, input)).toEqual(expected);
});
