import type { Expression } from './expression';
import type { ComparePredicate, Predicate } from './predicate';

/** Beyond this the answer isn't worth the search. */
const most = 20_000;

/**
 * True when it shows from their form that no member satisfies both: as in the branches of a decision tree, in bands of
 * one number, in different values of one field. False says nothing.
 */
export function areDisjoint(a: Predicate, b: Predicate): boolean {
  const [branchesA, branchesB] = [branches(a), branches(b)];
  const pairs = branchesA.flatMap((one) =>
    branchesB.map((other) => [conjuncts(one), conjuncts(other)] as const),
  );
  if (pairs.reduce((sum, [one, other]) => sum + one.length * other.length, 0) > most) return false;
  return pairs.every(([one, other]) => one.some((p) => other.some((q) => exclude(p, q))));
}

function branches(predicate: Predicate): readonly Predicate[] {
  return predicate.kind === 'any' ? predicate.of : [predicate];
}

function conjuncts(predicate: Predicate): readonly Predicate[] {
  return predicate.kind === 'all' ? predicate.of : [predicate];
}

/** True when it shows from their form that two tests never both hold. */
export function exclude(p: Predicate, q: Predicate): boolean {
  if (p.kind === 'not' && q.kind === 'not') return false;
  if (p.kind === 'not') return p.of === q || rangesExclude(p, q);
  if (q.kind === 'not') return q.of === p || rangesExclude(p, q);
  return rangesExclude(p, q) || valuesExclude(p, q);
}

/** Values of an expression that pass a comparison with a literal: between two bounds, which may belong to them. */
interface Range {
  readonly of: Expression;
  readonly from: number;
  readonly fromIncluded: boolean;
  readonly to: number;
  readonly toIncluded: boolean;
}

/** At most one of the two is a negation, so that the value can't be empty where both hold. */
function rangesExclude(p: Predicate, q: Predicate): boolean {
  const [a, b] = [rangeOf(p), rangeOf(q)];
  return a !== null && b !== null && a.of === b.of && (endsBefore(a, b) || endsBefore(b, a));
}

function endsBefore(a: Range, b: Range): boolean {
  return a.to < b.from || (a.to === b.from && !(a.toIncluded && b.fromIncluded));
}

function rangeOf(predicate: Predicate): Range | null {
  if (predicate.kind === 'compare') return ranges[predicate.comparison](predicate);
  if (predicate.kind !== 'not' || predicate.of.kind !== 'compare') return null;
  return opposites[predicate.of.comparison](predicate.of);
}

type ToRange = (compare: ComparePredicate) => Range | null;

const [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

const ranges: Record<ComparePredicate['comparison'], ToRange> = {
  eq: ({ left, right }) => range(left, right, (value) => [value, true, value, true]),
  lt: ({ left, right }) => range(left, right, (value) => [lowest, true, value, false]),
  lte: ({ left, right }) => range(left, right, (value) => [lowest, true, value, true]),
  gt: ({ left, right }) => range(left, right, (value) => [value, false, highest, true]),
  gte: ({ left, right }) => range(left, right, (value) => [value, true, highest, true]),
};

const opposites: Record<ComparePredicate['comparison'], ToRange> = {
  eq: () => null,
  lt: ranges.gte,
  lte: ranges.gt,
  gt: ranges.lte,
  gte: ranges.lt,
};

function range(
  of: Expression,
  bound: Expression,
  ends: (value: number) => [from: number, fromIncluded: boolean, to: number, toIncluded: boolean],
): Range | null {
  if (bound.kind !== 'literal' || typeof bound.value !== 'number') return null;
  const [from, fromIncluded, to, toIncluded] = ends(bound.value);
  return { of, from, fromIncluded, to, toIncluded };
}

function valuesExclude(p: Predicate, q: Predicate): boolean {
  const [a, b] = [valuesOf(p), valuesOf(q)];
  return a !== null && b !== null && a.of === b.of && !a.values.some((value) => b.values.includes(value));
}

function valuesOf(
  predicate: Predicate,
): { of: Expression; values: readonly (string | number | boolean)[] } | null {
  if (predicate.kind === 'oneOf') return { of: predicate.subject, values: predicate.values };
  if (predicate.kind !== 'compare' || predicate.comparison !== 'eq') return null;
  const { left, right } = predicate;
  return right.kind === 'literal' ? { of: left, values: [right.value] } : null;
}
