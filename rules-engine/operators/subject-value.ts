import type { Expression, FieldExpression } from '../ir/expression';
import { isExpression } from '../ir/is-expression';
import type { Describe } from '../sentence/describe';
import type { Text } from '../text';
import type { Subject } from './operator';

/** The value a subject stands for. Operators that fit values only are never asked about a segment. */
export function expressionOf(subject: Subject): Expression {
  if (isExpression(subject.value)) return subject.value;
  throw new Error(`“${subject.label.en}” has no value: the operator's subjects are declared wrongly.`);
}

/** The field a subject stands for: texts and lists are never computed. */
export function fieldOf(subject: Subject): FieldExpression {
  const value = expressionOf(subject);
  if (value.kind === 'field') return value;
  throw new Error(`“${subject.label.en}” isn't a field: the operator's subjects are declared wrongly.`);
}

export function numberPhrase(subject: Subject, relation: Text, value: number, describe: Describe): Text {
  const amount = describe.amount(value, subject.unit, subject.types.includes('money'));
  return {
    zh: `${subject.label.zh} ${relation.zh} ${amount.zh}`,
    en: `${subject.label.en} ${relation.en} ${amount.en}`,
  };
}
