import type { z } from 'zod';
import type { Text } from '../text';

/** What is wrong with one parameter; `path` is dotted, empty for the value as a whole. */
export interface ParamIssue {
  path: string;
  message: Text;
}

type Issue = z.core.$ZodIssue;

const typeNames: Record<string, Text> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组参数', en: 'an object' },
};

/** A zod error as sentences for the operator, one a field. */
export function paramIssues(error: z.ZodError): ParamIssue[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: sentence(issue) }));
}

function sentence(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === ''
        ? { zh: '还没有填写。', en: 'Not filled in yet.' }
        : expected(typeNames[issue.expected] ?? { zh: issue.expected, en: issue.expected });
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? { zh: `不能小于 ${issue.minimum}。`, en: `It can't be less than ${issue.minimum}.` }
        : { zh: `至少要有 ${issue.minimum} 个。`, en: `At least ${issue.minimum} is needed.` };
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? { zh: `不能大于 ${issue.maximum}。`, en: `It can't be more than ${issue.maximum}.` }
        : { zh: `最多 ${issue.maximum} 个。`, en: `At most ${issue.maximum}.` };
    case 'unrecognized_keys':
      return {
        zh: `不认识的参数:${issue.keys.join('、')}。`,
        en: `Unknown parameters: ${issue.keys.join(', ')}.`,
      };
    case 'invalid_value':
      return {
        zh: `只能是 ${issue.values.map(String).join('、')} 之一。`,
        en: `It has to be one of ${issue.values.map(String).join(', ')}.`,
      };
    default:
      return { zh: `填写有误(${issue.message})。`, en: `This isn't right: ${issue.message}.` };
  }
}

function expected(name: Text): Text {
  return { zh: `这里需要${name.zh}。`, en: `This has to be ${name.en}.` };
}
