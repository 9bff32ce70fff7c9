import type { AggregateExpression, AggregateFunction } from '../ir/expression';
import { localDay } from '../time/zone';
import type { Compiler, Frame } from './closure-code';
import { type EventData, orEmpty, readField, type Value } from './document';

/** What one pass over the events keeps. */
interface Tally {
  count: number;
  first: number;
  last: number;
  /** Of the numeric values of the property. */
  numbers: number;
  sum: number;
  min: number;
  max: number;
  /** Distinct values or local days; null where the function needs none. */
  distinct: Set<Value> | null;
}

const msPerDay = 86_400_000;

type Result = (tally: Tally, aggregate: AggregateExpression) => number | null;

const results: Record<AggregateFunction, Result> = {
  count: ({ count }) => count,
  sum: ({ sum }) => orEmpty(sum),
  mean: ({ sum, numbers }) => orEmpty(sum / numbers),
  min: ({ numbers, min }) => (numbers === 0 ? null : min),
  max: ({ numbers, max }) => (numbers === 0 ? null : max),
  distinct: ({ distinct }) => distinct?.size ?? 0,
  distinctDays: ({ distinct }) => distinct?.size ?? 0,
  first: ({ count, first }) => (count === 0 ? null : first),
  last: ({ count, last }) => (count === 0 ? null : last),
  daysSinceLast: ({ count, last }, { to, timeZone }) =>
    count === 0 ? null : localDay(to, timeZone) - localDay(last, timeZone),
  meanDaysBetween: ({ count, first, last }) => (count < 2 ? null : (last - first) / msPerDay / (count - 1)),
};

/** An aggregate over the events of a frame, in one pass. */
export function aggregateCode(
  aggregate: AggregateExpression,
  compiler: Compiler,
): (frame: Frame) => number | null {
  const { fn, eventType, of, from, to, where, timeZone } = aggregate;
  const earliest = from ?? Number.NEGATIVE_INFINITY;
  const inner = compiler.inner(of ? [where, of] : [where]);
  const condition = inner.predicate(where);
  const property = of ? inner.expression(of) : null;
  const slots = inner.slots();
  const result = results[fn];
  const counts = condition.constant;

  return ({ events }) => {
    const tally = emptyTally(fn);
    if (counts === false) return result(tally, aggregate);
    for (const event of events) {
      const at = instantOf(event);
      if (!(at >= earliest && at <= to) || readField(event, 'type', 'text') !== eventType) continue;
      const frame: Frame = { document: event, events: [], slots: new Array(slots) };
      if (counts === undefined && !condition.run(frame)) continue;
      tally.count += 1;
      if (at < tally.first) tally.first = at;
      if (at > tally.last) tally.last = at;
      if (property) take(tally, property.run(frame));
      else if (fn === 'distinctDays') tally.distinct?.add(localDay(at, timeZone));
    }
    return result(tally, aggregate);
  };
}

function emptyTally(fn: AggregateFunction): Tally {
  return {
    count: 0,
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    numbers: 0,
    sum: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    distinct: fn === 'distinct' || fn === 'distinctDays' ? new Set() : null,
  };
}

function take(tally: Tally, value: Value): void {
  if (value === null || typeof value === 'object') return;
  tally.distinct?.add(value);
  if (typeof value !== 'number') return;
  tally.numbers += 1;
  tally.sum += value;
  if (value < tally.min) tally.min = value;
  if (value > tally.max) tally.max = value;
}

/** NaN where there is no instant: no window holds it. */
function instantOf(event: EventData): number {
  const at = readField(event, 'at', 'date');
  return typeof at === 'number' ? at : Number.NaN;
}
