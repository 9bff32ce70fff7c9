import { date } from '../ir/build-expression';
import { all, compare } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import type { Subject } from './operator';
import { expressionOf } from './subject-value';

/** The date lies between two instants in milliseconds, both included. */
export function dateWithin(subject: Subject, from: number, to: number): Predicate {
  const value = expressionOf(subject);
  return all([compare('gte', value, date(from)), compare('lte', value, date(to))]);
}
