import { evaluate } from '../evaluate/reference';
import { field } from '../ir/build-expression';
import { listTest, not, present } from '../ir/build-predicate';
import type { FieldExpression } from '../ir/expression';
import { isExpression } from '../ir/is-expression';
import type { Predicate } from '../ir/predicate';
import type { Subject } from './operator';
import { expressionOf, fieldOf } from './subject-value';
import { tagText } from './tag-text';

/** The member has the value at all: of a tag, any of its values. */
export function hasValue(subject: Subject): Predicate {
  return subject.types.includes('tag')
    ? listTest('prefix', fieldOf(subject), [tagText(subject, '')])
    : present(expressionOf(subject));
}

/** The subject as a field of its own at `value`, so that what is asked of it can be tried on any value. */
export function standIn(subject: Subject): Subject & { value: FieldExpression } {
  return { ...subject, value: field('value', expressionOf(subject).type) };
}

/**
 * Whether a question takes in the members that lack the value, besides others: tried on one who has nothing. What asks just
 * for those says so itself.
 */
export function takesInMissing(lower: (subject: Subject) => Predicate, subject: Subject): boolean {
  if (subject.missing === null || !isExpression(subject.value)) return false;
  const stand = standIn(subject);
  const predicate = lower(stand);
  return predicate !== not(hasValue(stand)) && evaluate(predicate, { member: {}, events: [] });
}
