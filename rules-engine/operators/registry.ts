import { after } from './after';
import { anniversaryMonth } from './anniversary-month';
import { atLeast } from './at-least';
import { atMost } from './at-most';
import { before } from './before';
import { between } from './between';
import { betweenDates } from './between-dates';
import { birthdayWithin } from './birthday-within';
import { contains } from './contains';
import { did } from './did';
import { didNot } from './did-not';
import { endsWith } from './ends-with';
import { equals } from './equals';
import { greater } from './greater';
import { hasAll } from './has-all';
import { hasAny } from './has-any';
import { hasNoTag } from './has-no-tag';
import { hasNoTagValue } from './has-no-tag-value';
import { hasNone } from './has-none';
import { hasTag } from './has-tag';
import { hasTagValue } from './has-tag-value';
import { inLayer } from './in-layer';
import { inSegment } from './in-segment';
import { isEmpty } from './is-empty';
import { isFalse } from './is-false';
import { isNotEmpty } from './is-not-empty';
import { isTrue } from './is-true';
import { less } from './less';
import { moreThanAgo } from './more-than-ago';
import { noneOf } from './none-of';
import { notContains } from './not-contains';
import { notEndsWith } from './not-ends-with';
import { notEquals } from './not-equals';
import { notInLayer } from './not-in-layer';
import { notInSegment } from './not-in-segment';
import { notOnList } from './not-on-list';
import { notStartsWith } from './not-starts-with';
import { notWithinLast } from './not-within-last';
import { on } from './on';
import { onList } from './on-list';
import { oneOf } from './one-of';
import type { Operator, SubjectType } from './operator';
import { startsWith } from './starts-with';
import { withinLast } from './within-last';
import { withinNext } from './within-next';

/** Every operator, in the order of the picker. A test holds this list against the files of the folder. */
export const operators: readonly Operator[] = [
  equals,
  notEquals,
  oneOf,
  noneOf,
  less,
  atMost,
  greater,
  atLeast,
  between,
  contains,
  notContains,
  startsWith,
  notStartsWith,
  endsWith,
  notEndsWith,
  isTrue,
  isFalse,
  hasAny,
  hasAll,
  hasNone,
  withinLast,
  notWithinLast,
  moreThanAgo,
  withinNext,
  before,
  after,
  betweenDates,
  on,
  birthdayWithin,
  anniversaryMonth,
  did,
  didNot,
  hasTagValue,
  hasNoTagValue,
  hasTag,
  hasNoTag,
  inLayer,
  notInLayer,
  inSegment,
  notInSegment,
  onList,
  notOnList,
  isEmpty,
  isNotEmpty,
];

const byId = new Map(operators.map((operator) => [operator.id, operator]));

export function findOperator(id: string): Operator | undefined {
  return byId.get(id);
}

/** The operators that can be asked of a subject, in the order of the picker. */
export function operatorsFor(types: readonly SubjectType[]): Operator[] {
  return operators.filter((operator) => operator.subjects.some((type) => types.includes(type)));
}
