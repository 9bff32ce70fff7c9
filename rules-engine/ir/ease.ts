import { date, number } from './build-expression';
import { all, any, compare, not } from './build-predicate';
import type { ComparePredicate, Comparison, Predicate } from './predicate';

/** By which share every bound of a number or date is moved so that more members pass; dates are measured from `asOf`. */
export interface Easing {
  share: number;
  /** Milliseconds. */
  asOf: number;
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

function moved(predicate: ComparePredicate, { share, asOf }: Easing, wanted: boolean): Predicate {
  const { comparison, left, right } = predicate;
  const way = wanted ? ways[comparison] : -ways[comparison];
  if (way === 0 || right.kind !== 'literal' || typeof right.value !== 'number') return predicate;
  const far = right.type === 'date' ? Math.abs(right.value - asOf) : Math.abs(right.value);
  const bound = right.value + way * share * far;
  return compare(comparison, left, right.type === 'date' ? date(Math.round(bound)) : number(bound));
}
