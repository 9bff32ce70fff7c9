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
    const day = { $dateTrunc: { date: '$at', unit: 'day', timezone: aggregate.timeZone } };
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

export interface EventPass {
  /** `$match` of the events that any aggregate may need. */
  match: MongoDocument;
  /** Accumulators by name, for a `$group` by `memberId`. */
  accumulators: Readonly<Record<string, MongoDocument>>;
  /** Value of each aggregate by the aggregate's id, over the accumulators at the paths that `at` gives. */
  values(at: (accumulator: string) => string): ReadonlyMap<number, MongoValue>;
}

/** One pass over the events for all the aggregates together. */
export function eventPass(aggregates: readonly AggregateExpression[]): EventPass {
  const made = aggregates.map((aggregate, i) => ({
    aggregate,
    prefix: `g${i}`,
    accumulation: recipes[aggregate.fn](aggregate, countsIn(aggregate)),
  }));
  return {
    match: { $or: distinctRanges(aggregates) },
    accumulators: Object.fromEntries(
      made.flatMap(({ prefix, accumulation }) =>
        Object.entries(accumulation.accumulators).map(([name, accumulator]) => [
          `${prefix}_${name}`,
          accumulator,
        ]),
      ),
    ),
    values: (at) =>
      new Map(
        made.map(({ aggregate, prefix, accumulation }) => [
          aggregate.id,
          accumulation.value((name) => at(`${prefix}_${name}`)),
        ]),
      ),
  };
}

function distinctRanges(aggregates: readonly AggregateExpression[]): MongoDocument[] {
  const ranges = new Map(
    aggregates.map(({ eventType, from, to }) => [
      JSON.stringify([eventType, from, to]),
      { type: eventType, at: { ...(from === null ? {} : { $gte: new Date(from) }), $lte: new Date(to) } },
    ]),
  );
  return [...ranges.values()];
}

/** True for the events that the aggregate is about. */
function countsIn({ eventType, from, to, where }: AggregateExpression): MongoValue {
  const tests: MongoValue[] = [
    { $eq: ['$type', { $literal: eventType }] },
    { $eq: [{ $type: '$at' }, 'date'] },
    { $lte: ['$at', new Date(to)] },
  ];
  if (from !== null) tests.push({ $gte: ['$at', new Date(from)] });
  if (where.kind !== 'constant' || !where.value) tests.push(predicateExpression(where, documentScope));
  return { $and: tests };
}

function hasValue(counts: MongoValue, { of }: AggregateExpression): MongoValue {
  return of ? { $and: [counts, isTyped(of, documentScope)] } : counts;
}

function valueIf(counts: MongoValue, aggregate: AggregateExpression, otherwise: number | null): MongoValue {
  const value = aggregate.of ? bare(aggregate.of, documentScope) : '$at';
  return cond(hasValue(counts, aggregate), value, otherwise);
}
