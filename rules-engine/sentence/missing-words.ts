import type { Field } from '../catalogue';
import { isEmptyWithoutEvents } from '../evaluate/aggregate-functions';
import type { AggregateFunction, ArithmeticOperator, Expression } from '../ir/expression';
import type { Text } from '../text';

/*
 * What it is called that somebody lacks a value, as it stands behind “含” and “or”: 城市不是武汉（含未填写），
 * City is not Wuhan (or not known). Null where nobody can lack it.
 */

export function missingOfField({ path, always = false }: Pick<Field, 'path' | 'always'>): Text | null {
  if (always) return null;
  return path.startsWith('metrics.') ? { zh: '没有值', en: 'no value' } : { zh: '未填写', en: 'not known' };
}

export function missingOfEvents(fn: AggregateFunction): Text | null {
  if (!isEmptyWithoutEvents(fn)) return null;
  return fn === 'meanDaysBetween'
    ? { zh: '没有间隔', en: 'there is none' }
    : { zh: '没有记录', en: 'there is none' };
}

export const missingOfTag: Text = { zh: '没有这个标签', en: 'not tagged' };
export const missingOfLayering: Text = { zh: '还没分层', en: 'in no layer yet' };

interface Side {
  value: Expression;
  missing: Text | null;
}

/** A formula lacks a result where a side lacks its value, and where it divides by 0. */
export function missingFormula(operator: ArithmeticOperator, left: Side, right: Side): Text | null {
  const dividesByZero = operator === '/' && !(right.value.kind === 'literal' && right.value.value !== 0);
  return left.missing || right.missing || dividesByZero ? { zh: '算不出', en: 'no result' } : null;
}
