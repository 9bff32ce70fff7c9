import { z } from 'zod';
import type { LocalText } from './local-text';

type Issue = z.core.$ZodIssue;
type ByCode = { [I in Issue as I['code']]: I };
type Code = keyof ByCode;

const ownText = z.object({ zh: z.string(), en: z.string() });
const notValid: LocalText = { zh: '内容无效', en: 'not valid' };
const missing: LocalText = { zh: '请填写此项', en: 'this is required' };

/** What was expected, for those types that a person can get wrong. */
const types: Record<string, LocalText> = {
  string: { zh: '应为文本', en: 'should be text' },
  number: { zh: '应为数字', en: 'should be a number' },
  int: { zh: '应为整数', en: 'should be a whole number' },
  boolean: { zh: '应为是或否', en: 'should be true or false' },
  date: { zh: '应为日期', en: 'should be a date' },
  array: { zh: '应为列表', en: 'should be a list' },
  object: { zh: '应为一组字段', en: 'should be an object' },
};

const formats: Record<string, LocalText> = {
  datetime: {
    zh: '应为日期时间，例如 2026-11-22T08:00:00Z',
    en: 'should be an instant such as 2026-11-22T08:00:00Z',
  },
  date: { zh: '应为日期，例如 2026-11-22', en: 'should be a date such as 2026-11-22' },
  email: { zh: '应为邮箱地址', en: 'should be an email address' },
  url: { zh: '应为网址', en: 'should be a web address' },
  uuid: { zh: '应为 UUID', en: 'should be a UUID' },
  regex: { zh: '含有不允许的字符，或格式不符', en: 'has characters that are not allowed, or the wrong form' },
};

/** How the size of each kind of thing is told; anything else is compared as a number. */
const units: Record<string, LocalText> = {
  string: { zh: '个字', en: 'characters' },
  array: { zh: '项', en: 'entries' },
  set: { zh: '项', en: 'entries' },
};

function bound(origin: string, limit: number | bigint, words: { zh: string; en: string }): LocalText {
  const unit = units[origin];
  return {
    zh: unit ? `${words.zh} ${limit} ${unit.zh}` : `${words.zh} ${limit}`,
    en: unit ? `${words.en} ${limit} ${unit.en}` : `${words.en} ${limit}`,
  };
}

const texts: { [C in Code]: (issue: ByCode[C]) => LocalText } = {
  invalid_type: ({ expected, input }) => (input === undefined ? missing : (types[expected] ?? notValid)),
  invalid_format: ({ format }) => formats[format] ?? notValid,
  invalid_value: ({ values }) => ({
    zh: `只能是 ${values.join('、')}`,
    en: `must be one of ${values.join(', ')}`,
  }),
  too_small: ({ origin, minimum, inclusive }) =>
    bound(origin, minimum, inclusive ? { zh: '至少', en: 'at least' } : { zh: '应大于', en: 'more than' }),
  too_big: ({ origin, maximum, inclusive }) =>
    bound(origin, maximum, inclusive ? { zh: '最多', en: 'at most' } : { zh: '应小于', en: 'less than' }),
  not_multiple_of: ({ divisor }) => ({
    zh: `应为 ${divisor} 的倍数`,
    en: `must be a multiple of ${divisor}`,
  }),
  unrecognized_keys: ({ keys }) => ({
    zh: `没有这些字段：${keys.join('、')}`,
    en: `unknown: ${keys.join(', ')}`,
  }),
  invalid_union: () => notValid,
  invalid_key: () => notValid,
  invalid_element: () => notValid,
  // A refinement brings its own: `.refine(check, { params: { zh, en } })`.
  custom: ({ params }) => ownText.safeParse(params).data ?? notValid,
};

/**
 * Why a value was refused, in both languages, for forms and for `invalid-input`. Parse with
 * `{ reportInput: true }`, or what is missing reads like what has the wrong type.
 */
export function issueText(issue: Issue): LocalText {
  return tell(issue.code, issue);
}

function tell<C extends Code>(code: C, issue: ByCode[C]): LocalText {
  return texts[code](issue);
}
