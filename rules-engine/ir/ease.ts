import { untilToday } from '../time/calendar-day';
import type { Clock } from '../time/window';
import { date, number } from './build-expression';
import { all, any, compare, not } from './build-predicate';
import type { Expression } from './expression';
import type { ComparePredicate, Comparison, Predicate } from './predicate';

/** By which share every bound of a number or date is moved so that more members pass. */
export interface Easing {
  share: number;
  /** Instants are measured from its as-of, calendar days from the day that it is. */
  clock: Clock;
  /** Paths of the fields that hold calendar days. */
  days: ReadonlySet<string>;
}

/**
 * The predicate with every bound on a number or a date eased: who passes it passes this, and besides those who miss
 * bounds by no more than the share. What has no bound stays as it is.
 */
export function eased(predicate: Predicate, easing: Easing): Predicate {
  return towards(predicate, easing, true);
}

/** `wanted`: whether the predicate is to hold more often, or, below a negation, less often. */
function towards(predicate: Predicate, easing: Easing, wanted: boolean): Predicate {
  switch (predicate.kind) {
    case 'all':
      return all(predicate.of.map((part) => towards(part, easing, wanted)));
    case 'any':
      return any(predicate.of.map((part) => towards(part, easing, wanted)));
    case 'not':
      return not(towards(predicate.of, easing, !wanted));
    case 'compare':
      return moved(predicate, easing, wanted);
    case 'constant':
    case 'oneOf':
    case 'text':
    case 'list':
    case 'present':
      return predicate;
  }
}

/** Which way a bound goes when the comparison is to hold more often. */
const ways: Record<Comparison, -1 | 0 | 1> = { eq: 0, lt: 1, lte: 1, gt: -1, gte: -1 };

function moved(predicate: ComparePredicate, easing: Easing, wanted: boolean): Predicate {
  const { comparison, left, right } = predicate;
  const way = wanted ? ways[comparison] : -ways[comparison];
  if (way === 0 || right.kind !== 'literal' || typeof right.value !== 'number') return predicate;
  const far = Math.abs(right.type === 'date' ? ago(left, right.value, easing) : right.value);
  const bound = right.value + way * easing.share * far;
  return compare(comparison, left, right.type === 'date' ? date(Math.round(bound)) : number(bound));
}

function ago(of: Expression, bound: number, { clock, days }: Easing): number {
  return of.kind === 'field' && days.has(of.path) ? untilToday(bound, clock) : clock.asOf - bound;
}
