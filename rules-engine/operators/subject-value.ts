import { number, text } from '../ir/build-expression';
import type { Expression, FieldExpression } from '../ir/expression';
import { isExpression } from '../ir/is-expression';
import type { Predicate } from '../ir/predicate';
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

/** The rule of a segment. */
export function ruleOf(subject: Subject): Predicate {
  if (!isExpression(subject.value)) return subject.value;
  throw new Error(`“${subject.label.en}” isn't a segment: the operator's subjects are declared wrongly.`);
}

export function literalOf(value: string | number): Expression {
  return typeof value === 'number' ? number(value) : text(value);
}

/** An operand as people read it: an option by its label, a number with its unit. */
export function worded(subject: Subject, value: string | number, describe: Describe): Text {
  if (typeof value === 'number') return describe.amount(value, subject.unit, subject.types.includes('money'));
  return subject.options.find((option) => option.value === value)?.label ?? { zh: value, en: value };
}

/** The id of an uploaded list, as it stands in a member's `lists`. */
export function listId(subject: Subject): string {
  if (subject.unit !== null) return subject.unit;
  throw new Error(`“${subject.label.en}” isn't a list: the operator's subjects are declared wrongly.`);
}
