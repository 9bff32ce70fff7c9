import type { CompiledRow } from '../compile/environment';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { type PredicateTable, visitPredicate } from '../ir/visit';
import { compileExpression, compilePredicate } from './closure';
import type { MemberData, Value } from './document';

/** How far a value is from one with which the condition would hold; whole days are not rounded to. */
export interface Gap {
  readonly by: number;
  readonly unit: 'number' | 'days';
  /** The same as a share of the bound (1 where that is 0), of days as a share of a month. */
  readonly share: number;
}

/** What a condition row gave for one member. */
export interface RowTrace {
  readonly holds: boolean;
  /** The value asked about; dates in milliseconds, null when it is empty or the row asks about no value. */
  readonly actual: Value;
  /** Null when the row holds, and where no number says how far off it is (texts, lists, an empty value). */
  readonly gap: Gap | null;
}

/** Explains one row of a compiled graph on one member. */
export function traceRow(
  { predicate, value }: Pick<CompiledRow, 'predicate' | 'value'>,
  data: MemberData,
): RowTrace {
  const holds = compilePredicate(predicate)(data);
  return {
    holds,
    actual: value ? compileExpression(value)(data) : null,
    gap: holds ? null : gapOf(predicate, { data, wanted: true }),
  };
}

/** How far a member is from a test's turning out as wanted; null when nothing measures it. */
export function gapBetween(test: Predicate, data: MemberData, wanted: boolean): Gap | null {
  return gapOf(test, { data, wanted });
}

interface Search {
  readonly data: MemberData;
  /** The answer that is looked for: `not` turns it round. */
  readonly wanted: boolean;
}

/** The distance to the nearest values with which the predicate gives the wanted answer; null when nothing measures it. */
function gapOf(predicate: Predicate, search: Search): Gap | null {
  return visitPredicate(gaps, predicate, search);
}

const gaps: PredicateTable<Search, Gap | null> = {
  constant: () => null,
  all: ({ of }, search) => (search.wanted ? farthest(of, search) : nearest(of, search)),
  any: ({ of }, search) => (search.wanted ? nearest(of, search) : farthest(of, search)),
  not: ({ of }, { data, wanted }) => gapOf(of, { data, wanted: !wanted }),
  compare: ({ comparison, left, right }, { data, wanted }) =>
    // "Is anything but 5" is missed by no distance at all.
    comparison === 'eq' && !wanted ? null : distance(left, [read(right, data)], data),
  oneOf: ({ subject, values }, { data, wanted }) => (wanted ? distance(subject, values, data) : null),
  text: () => null,
  list: () => null,
  present: () => null,
};

/** All parts have to change their answer: the farthest decides, and one without a measure leaves none. */
function farthest(parts: readonly Predicate[], search: Search): Gap | null {
  const missing = parts.filter((part) => compilePredicate(part)(search.data) !== search.wanted);
  const found = missing.map((part) => gapOf(part, search));
  const known = found.filter((gap) => gap !== null);
  return known.length === found.length ? pick(known, (a, b) => a.by > b.by) : null;
}

/** One part that changes its answer is enough: the nearest decides. */
function nearest(parts: readonly Predicate[], search: Search): Gap | null {
  const known = parts.map((part) => gapOf(part, search)).filter((gap) => gap !== null);
  return pick(known, (a, b) => a.by < b.by);
}

/** The first of the gaps that `better` prefers to all others; null when they can't be compared. */
function pick(gaps: readonly Gap[], better: (a: Gap, b: Gap) => boolean): Gap | null {
  const [first] = gaps;
  if (first === undefined || gaps.some((gap) => gap.unit !== first.unit)) return null;
  return gaps.reduce((best, gap) => (better(gap, best) ? gap : best));
}

const msPerDay = 86_400_000;
const daysPerMonth = 30;

function distance(subject: Expression, targets: readonly Value[], data: MemberData): Gap | null {
  const actual = read(subject, data);
  if (typeof actual !== 'number') return null;
  const numbers = targets.filter((target) => typeof target === 'number');
  const [first, ...others] = numbers;
  if (first === undefined) return null;
  const nearest = others.reduce(
    (best, target) => (Math.abs(target - actual) < Math.abs(best - actual) ? target : best),
    first,
  );
  const by = Math.abs(nearest - actual);
  // Of an instant the number itself measures nothing: a month is far, whenever it was.
  if (subject.type === 'date')
    return { by: by / msPerDay, unit: 'days', share: by / msPerDay / daysPerMonth };
  return { by, unit: 'number', share: nearest === 0 ? 1 : by / Math.abs(nearest) };
}

function read(expression: Expression, data: MemberData): Value {
  return compileExpression(expression)(data);
}
