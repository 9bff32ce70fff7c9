import type { CompiledRow } from '../compile/environment';
import type { Expression } from '../ir/expression';
import type { ComparePredicate, Comparison, Predicate } from '../ir/predicate';
import { type PredicateTable, visitPredicate } from '../ir/visit';
import { dayOfStored } from '../time/calendar-day';
import { compileExpression, compilePredicate } from './closure';
import type { MemberData, Value } from './document';

/** How far a value is from one with which the condition would hold: of an instant in days and parts of them. */
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

/** What a test is about: the value and its declared type. */
type Asked = Pick<CompiledRow, 'value' | 'type'>;

/** Explains one row of a compiled graph on one member. */
export function traceRow(row: Asked & Pick<CompiledRow, 'predicate'>, data: MemberData): RowTrace {
  const { predicate, value } = row;
  const holds = compilePredicate(predicate)(data);
  return {
    holds,
    actual: value ? compileExpression(value)(data) : null,
    gap: holds ? null : gapBetween(predicate, data, true, row),
  };
}

/** How far a member is from a test's turning out as wanted; null when nothing measures it. */
export function gapBetween(
  test: Predicate,
  data: MemberData,
  wanted: boolean,
  asked: Asked | null,
): Gap | null {
  return gapOf(test, { data, wanted, day: asked?.type === 'day' ? asked.value : null });
}

interface Search {
  readonly data: MemberData;
  /** The answer that is looked for: `not` turns it round. */
  readonly wanted: boolean;
  /** The value that is a calendar day: it is off by whole days. */
  readonly day: Expression | null;
}

/** The distance to the nearest values with which the predicate gives the wanted answer; null when nothing measures it. */
function gapOf(predicate: Predicate, search: Search): Gap | null {
  return visitPredicate(gaps, predicate, search);
}

const gaps: PredicateTable<Search, Gap | null> = {
  constant: () => null,
  all: ({ of }, search) => (search.wanted ? farthest(of, search) : nearest(of, search)),
  any: ({ of }, search) => (search.wanted ? nearest(of, search) : farthest(of, search)),
  not: ({ of }, search) => gapOf(of, { ...search, wanted: !search.wanted }),
  compare: (test, search) => {
    const { comparison, left, right } = test;
    // "Is anything but 5" is missed by no distance at all.
    if (comparison === 'eq' && !search.wanted) return null;
    if (left === search.day) return wholeDays(test, search);
    return distance(left, [read(right, search.data)], search.data);
  },
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

/** The nearest calendar day with which a comparison with an instant of UTC holds, in days since 1970. */
const nearestDay: Record<Comparison, (bound: number) => number> = {
  eq: dayOfStored,
  gte: (bound) => dayOfStored(bound - 1) + 1,
  gt: (bound) => dayOfStored(bound) + 1,
  lte: dayOfStored,
  lt: (bound) => dayOfStored(bound - 1),
};
const opposites: Record<Comparison, Comparison> = { eq: 'eq', gte: 'lt', gt: 'lte', lte: 'gt', lt: 'gte' };

function wholeDays({ comparison, left, right }: ComparePredicate, { data, wanted }: Search): Gap | null {
  const [actual, bound] = [read(left, data), read(right, data)];
  if (typeof actual !== 'number' || typeof bound !== 'number') return null;
  const nearest = nearestDay[wanted ? comparison : opposites[comparison]](bound);
  const by = Math.abs(nearest - dayOfStored(actual));
  return { by, unit: 'days', share: by / daysPerMonth };
}

function read(expression: Expression, data: MemberData): Value {
  return compileExpression(expression)(data);
}
