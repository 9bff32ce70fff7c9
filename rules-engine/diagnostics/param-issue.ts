import { z } from 'zod';
import { lookUp } from '../catalogue';
import type { Text } from '../text';

/** What is wrong with one parameter; `path` is dotted, empty for the value as a whole. */
export interface ParamIssue {
  path: string;
  message: Text;
}

type Issue = z.core.$ZodIssue;

/** How many problems of one value are told: a thousand wrong elements are one mistake. */
const told = 20;

/** Reads a parameter with its schema; the issues are sentences for the operator, one a field. */
export function readParam<T>(
  schema: z.ZodType<T>,
  raw: unknown,
): { ok: true; value: T } | { ok: false; issues: ParamIssue[] } {
  // Without the input an empty field couldn't be told from one with something wrong in it.
  const read = schema.safeParse(raw, { reportInput: true });
  return read.success ? { ok: true, value: read.data } : { ok: false, issues: paramIssues(read.error) };
}

/** A zod error as sentences. `reportInput` has to be on when it was made. */
export function paramIssues(error: z.ZodError): ParamIssue[] {
  return error.issues
    .slice(0, told)
    .map((issue) => ({ path: issue.path.join('.'), message: sentence(issue) }));
}

const typeNames: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组参数', en: 'an object' },
  record: { zh: '一组参数', en: 'an object' },
};

const wrong: Text = { zh: '填写有误。', en: 'This isn’t right.' };
const notFilledIn: Text = { zh: '还没有填写。', en: 'Not filled in yet.' };

const ownWords = z.object({ zh: z.string(), en: z.string() });

/** A kind of issue that zod may add does not compile until it has its sentence. */
function sentence(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type': {
      if (isBlank(issue.input)) return notFilledIn;
      const name = lookUp(typeNames, issue.expected);
      return name ? { zh: `这里需要${name.zh}。`, en: `This has to be ${name.en}.` } : wrong;
    }
    case 'too_small': {
      if (issue.origin === 'string') return notFilledIn;
      return counted(issue.origin)
        ? { zh: `至少要有 ${issue.minimum} 个。`, en: `At least ${issue.minimum} needed.` }
        : { zh: `不能小于 ${issue.minimum}。`, en: `It can’t be less than ${issue.minimum}.` };
    }
    case 'too_big': {
      if (issue.origin === 'string')
        return { zh: `最多 ${issue.maximum} 个字。`, en: `At most ${issue.maximum} characters.` };
      return counted(issue.origin)
        ? { zh: `最多 ${issue.maximum} 个。`, en: `At most ${issue.maximum}.` }
        : { zh: `不能大于 ${issue.maximum}。`, en: `It can’t be more than ${issue.maximum}.` };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.slice(0, 5).map((key) => key.slice(0, 40));
      return { zh: `不认识的参数：${keys.join('、')}。`, en: `Unknown parameters: ${keys.join(', ')}.` };
    }
    case 'invalid_value': {
      if (isBlank(issue.input)) return notFilledIn;
      const values = issue.values.map(String);
      return { zh: `只能是 ${values.join('、')} 之一。`, en: `It has to be one of ${values.join(', ')}.` };
    }
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数。`, en: `It has to be a multiple of ${issue.divisor}.` };
    case 'invalid_union':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
      return isBlank(issue.input) ? notFilledIn : wrong;
    case 'custom': {
      // Our own checks say what is wrong themselves: `params: { zh, en }`.
      const own = ownWords.safeParse(issue.params);
      return own.success ? own.data : wrong;
    }
  }
}

/** Path of a parameter inside another one; either may be empty. */
export function paramPath(param: string, inner: string): string {
  return param && inner ? `${param}.${inner}` : param || inner;
}

function isBlank(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

function counted(origin: string): boolean {
  return origin === 'array' || origin === 'set' || origin === 'map';
}
