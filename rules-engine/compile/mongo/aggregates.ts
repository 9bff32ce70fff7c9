import type { AggregateExpression, AggregateFunction } from '../../ir/expression';
import { cond, documentScope, type MongoDocument, type MongoValue } from './scope';
import { predicateExpression } from './to-expr';
import { bare, isTyped } from './typed';

/**
 * How one aggregate is computed in a `$group` of the events by member: named accumulators, and the value made of them
 * afterwards. Accumulators see null where an event doesn't count.
 */
interface Accumulation {
  accumulators: Readonly<Record<string, MongoDocument>>;
  value(name: (accumulator: string) => string): MongoValue;
}

const recipes: Record<
  AggregateFunction,
  (aggregate: AggregateExpression, counts: MongoValue) => Accumulation
> = {
  count: (_, counts) => single('n', { $sum: cond(counts, 1, 0) }, (n) => ({ $ifNull: [n, 0] })),
  sum: (aggregate, counts) =>
    single('s', { $sum: valueIf(counts, aggregate, 0) }, (s) => ({ $ifNull: [s, 0] })),
  mean: (aggregate, counts) => ({
    accumulators: {
      s: { $sum: valueIf(counts, aggregate, 0) },
      n: { $sum: cond(hasValue(counts, aggregate), 1, 0) },
    },
    value: (name) => cond({ $gt: [name('n'), 0] }, { $divide: [name('s'), name('n')] }, null),
  }),
  min: (aggregate, counts) => single('v', { $min: valueIf(counts, aggregate, null) }, orNull),
  max: (aggregate, counts) => single('v', { $max: valueIf(counts, aggregate, null) }, orNull),
  distinct: (aggregate, counts) =>
    single('v', { $addToSet: valueIf(counts, aggregate, null) }, sizeWithoutNull),
  distinctDays: (aggregate, counts) => {
    // Days since 1970, and not $dateTrunc: DocumentDB's parts days by seconds and drifts off midnight.
    const day = {
      $dateDiff: { startDate: new Date(0), endDate: '$at', unit: 'day', timezone: aggregate.timeZone },
    };
    return single('v', { $addToSet: cond(counts, day, null) }, sizeWithoutNull);
  },
  first: (_, counts) => single('at', { $min: cond(counts, '$at', null) }, orNull),
  last: (_, counts) => single('at', { $max: cond(counts, '$at', null) }, orNull),
  daysSinceLast: ({ to, timeZone }, counts) =>
    single('at', { $max: cond(counts, '$at', null) }, (last) =>
      cond(
        { $eq: [{ $type: last }, 'date'] },
        { $dateDiff: { startDate: last, endDate: new Date(to), unit: 'day', timezone: timeZone } },
        null,
      ),
    ),
  meanDaysBetween: (_, counts) => ({
    accumulators: {
      first: { $min: cond(counts, '$at', null) },
      last: { $max: cond(counts, '$at', null) },
      n: { $sum: cond(counts, 1, 0) },
    },
    value: (name) => {
      const days = { $divide: [{ $subtract: [name('last'), name('first')] }, 86_400_000] };
      return cond({ $gt: [name('n'), 1] }, { $divide: [days, { $subtract: [name('n'), 1] }] }, null);
    },
  }),
};

function single(name: string, accumulator: MongoDocument, value: (path: string) => MongoValue): Accumulation {
  return { accumulators: { [name]: accumulator }, value: (path) => value(path(name)) };
}

const orNull = (path: string): MongoValue => ({ $ifNull: [path, null] });
const sizeWithoutNull = (path: string): MongoValue => ({
  $size: { $setDifference: [{ $ifNull: [path, []] }, [null]] },
});

/** One pass over the events of one type. */
export interface EventPass {
  /** `$match` of the events in the widest window that any of its aggregates looks at. */
  match: MongoDocument;
  /** Accumulators by name, for a `$group` by `memberId`. */
  accumulators: Readonly<Record<string, MongoDocument>>;
}

export interface EventPasses {
  passes: readonly EventPass[];
  /** Value of each aggregate by the aggregate's id, over the accumulators at the paths that `at` gives; `pass` is an index. */
  values(at: (pass: number, accumulator: string) => string): ReadonlyMap<number, MongoValue>;
}

/**
 * A pass for each type of event, for all its aggregates together. What every event of a pass satisfies anyway (its type,
 * the widest window) isn't asked again by the accumulators: they are what takes the time, each of them on each event.
 */
export function eventPasses(aggregates: readonly AggregateExpression[]): EventPasses {
  const numbered = aggregates.map((aggregate, i) => ({ aggregate, name: (part: string) => `g${i}_${part}` }));
  const made = [...new Set(aggregates.map(({ eventType }) => eventType))].map((eventType) => {
    const own = numbered.filter(({ aggregate }) => aggregate.eventType === eventType);
    const widest = widestOf(own.map(({ aggregate }) => aggregate));
    const named = own.map(({ aggregate, name }) => ({
      id: aggregate.id,
      name,
      accumulation: recipes[aggregate.fn](aggregate, countsIn(aggregate, widest)),
    }));
    return { match: matchOf(eventType, widest), named };
  });
  return {
    passes: made.map(({ match, named }) => ({
      match,
      accumulators: Object.fromEntries(
        named.flatMap(({ name, accumulation }) =>
          Object.entries(accumulation.accumulators).map(([part, accumulator]) => [name(part), accumulator]),
        ),
      ),
    })),
    values: (at) =>
      new Map(
        made.flatMap(({ named }, pass) =>
          named.map(({ id, name, accumulation }): [number, MongoValue] => [
            id,
            accumulation.value((part) => at(pass, name(part))),
          ]),
        ),
      ),
  };
}

/** Milliseconds, inclusive; null is unbounded. */
interface Window {
  from: number | null;
  to: number;
}

function widestOf(windows: readonly Window[]): Window {
  const starts = windows.map(({ from }) => from ?? Number.NEGATIVE_INFINITY);
  const from = Math.min(...starts);
  return { from: Number.isFinite(from) ? from : null, to: Math.max(...windows.map(({ to }) => to)) };
}

/** `find` would also look into arrays: those are values of another type. */
const noArray = { $not: { $type: 'array' } };

function matchOf(eventType: string, { from, to }: Window): MongoDocument {
  const start: MongoDocument = from === null ? {} : { $gte: new Date(from) };
  return { type: { $eq: eventType, ...noArray }, at: { ...start, $lte: new Date(to), ...noArray } };
}

/** True for the events of a pass that the aggregate is about. */
function countsIn({ from, to, where }: AggregateExpression, widest: Window): MongoValue {
  const tests: MongoValue[] = [];
  if (to < widest.to) tests.push({ $lte: ['$at', new Date(to)] });
  if (from !== null && from !== widest.from) tests.push({ $gte: ['$at', new Date(from)] });
  if (where.kind !== 'constant' || !where.value) tests.push(predicateExpression(where, documentScope));
  return tests.length === 0 || { $and: tests };
}

function hasValue(counts: MongoValue, { of }: AggregateExpression): MongoValue {
  if (!of) return counts;
  const typed = isTyped(of, documentScope);
  return counts === true ? typed : { $and: [counts, typed] };
}

function valueIf(counts: MongoValue, aggregate: AggregateExpression, otherwise: number | null): MongoValue {
  const value = aggregate.of ? bare(aggregate.of, documentScope) : '$at';
  return cond(hasValue(counts, aggregate), value, otherwise);
}
