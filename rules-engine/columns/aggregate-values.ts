import type { AggregateExpression, AggregateFunction } from '../ir/expression';
import { localDay } from '../time/zone';
import { type Bits, hasBit } from './bitset';
import type { Values } from './column-reads';
import type { EventRows } from './event-rows';
import { numbersOf } from './numbers-of';
import type { Reader } from './reader';

/** The events that an aggregate is about: their rows, one after the other, and what it reads of them. */
interface Counted {
  rows: Uint32Array;
  events: EventRows;
  /** Rows of members that there is room for. */
  members: number;
  aggregate: AggregateExpression;
  /** The property as numbers, NaN where it is none; only for functions that read one. */
  numbers: Float64Array | null;
  /** What tells two values of the property apart, NaN where it is empty; only for `distinct`. */
  keys: Float64Array | null;
}

const msPerDay = 86_400_000;

/** An aggregate of every member by one pass over the columns of the events; NaN is empty. */
export function aggregateValues(aggregate: AggregateExpression, reader: Reader): Float64Array {
  const { fn, eventType, of } = aggregate;
  const { events, conditions } = reader.eventsOf(eventType);
  const values = of ? conditions.values(of) : null;
  return passes[fn]({
    rows: countedRows(aggregate, events, conditions.bits(aggregate.where)),
    events,
    members: reader.rows.capacity,
    aggregate,
    numbers: values && fn !== 'distinct' ? numbersOf(values, events.capacity) : null,
    keys: values && fn === 'distinct' ? keysOf(values, events.capacity) : null,
  });
}

function countedRows({ from, to }: AggregateExpression, events: EventRows, where: Bits): Uint32Array {
  const rows = new Uint32Array(events.rows);
  const earliest = from ?? Number.NEGATIVE_INFINITY;
  let n = 0;
  for (let row = 0; row < events.rows; row += 1) {
    const at = events.at[row] ?? Number.NaN;
    if (at >= earliest && at <= to && hasBit(where, row) && hasBit(events.alive, row)) {
      rows[n] = row;
      n += 1;
    }
  }
  return rows.subarray(0, n);
}

const passes: Record<AggregateFunction, (counted: Counted) => Float64Array> = {
  count: (counted) => counts(counted),
  sum: (counted) => sums(counted),
  mean: (counted) => quotients(sums(counted), counts(counted, counted.numbers)),
  min: (counted) => extremes(counted, counted.numbers, -1),
  max: (counted) => extremes(counted, counted.numbers, 1),
  distinct: (counted) => distinct(counted, counted.keys),
  distinctDays: (counted) => distinct(counted, localDays(counted)),
  first: (counted) => extremes(counted, counted.events.at, -1),
  last: (counted) => extremes(counted, counted.events.at, 1),
  daysSinceLast: (counted) => {
    const { to, timeZone } = counted.aggregate;
    const today = localDay(to, timeZone);
    return each(extremes(counted, counted.events.at, 1), (last) => today - localDay(last, timeZone));
  },
  meanDaysBetween: (counted) => {
    const first = extremes(counted, counted.events.at, -1);
    const n = counts(counted);
    return each(extremes(counted, counted.events.at, 1), (last, member) => {
      const between = (n[member] ?? 0) - 1;
      return between > 0 ? (last - (first[member] ?? last)) / msPerDay / between : Number.NaN;
    });
  },
};

/** Events of each member; with `having`, only those that have a number there. */
function counts({ rows, events, members }: Counted, having: Float64Array | null = null): Float64Array {
  const result = new Float64Array(members);
  for (const row of rows) {
    if (having && Number.isNaN(having[row])) continue;
    const member = events.member[row] ?? 0;
    result[member] = (result[member] ?? 0) + 1;
  }
  return result;
}

function sums({ rows, events, members, numbers }: Counted): Float64Array {
  const result = new Float64Array(members);
  for (const row of rows) {
    const value = numbers?.[row] ?? Number.NaN;
    const member = events.member[row] ?? 0;
    if (!Number.isNaN(value)) result[member] = (result[member] ?? 0) + value;
  }
  return result;
}

/** The lowest (`sign` −1) or highest (1) value of each member. */
function extremes(
  { rows, events, members }: Counted,
  values: Float64Array | null,
  sign: 1 | -1,
): Float64Array {
  const result = new Float64Array(members).fill(Number.NaN);
  for (const row of rows) {
    const value = values?.[row] ?? Number.NaN;
    const member = events.member[row] ?? 0;
    const best = result[member] ?? Number.NaN;
    if (Number.isNaN(best) || value * sign > best * sign) result[member] = value;
  }
  return result;
}

function quotients(dividends: Float64Array, divisors: Float64Array): Float64Array {
  return each(dividends, (dividend, member) => dividend / (divisors[member] ?? 0));
}

function each(values: Float64Array, of: (value: number, member: number) => number): Float64Array {
  const result = new Float64Array(values.length);
  for (let member = 0; member < result.length; member += 1) {
    const value = values[member] ?? Number.NaN;
    result[member] = Number.isNaN(value) ? value : of(value, member);
  }
  return result;
}

/** Different keys of each member: the rows are put member by member first. */
function distinct({ rows, events, members }: Counted, keys: Float64Array | null): Float64Array {
  const starts = new Uint32Array(members + 1);
  for (const row of rows) {
    const member = (events.member[row] ?? 0) + 1;
    starts[member] = (starts[member] ?? 0) + 1;
  }
  for (let member = 0; member < members; member += 1) {
    starts[member + 1] = (starts[member + 1] ?? 0) + (starts[member] ?? 0);
  }
  const next = starts.slice();
  const ordered = new Float64Array(rows.length);
  for (const row of rows) {
    const member = events.member[row] ?? 0;
    const place = next[member] ?? 0;
    ordered[place] = keys?.[row] ?? Number.NaN;
    next[member] = place + 1;
  }
  const result = new Float64Array(members);
  for (let member = 0; member < members; member += 1) {
    const [start, end] = [starts[member] ?? 0, starts[member + 1] ?? 0];
    if (end > start) result[member] = differentIn(ordered, start, end);
  }
  return result;
}

function differentIn(keys: Float64Array, start: number, end: number): number {
  if (end - start === 1) return Number.isNaN(keys[start]) ? 0 : 1;
  const seen = new Set<number>();
  for (let i = start; i < end; i += 1) {
    const key = keys[i] ?? Number.NaN;
    if (!Number.isNaN(key)) seen.add(key);
  }
  return seen.size;
}

function localDays({ rows, events, aggregate: { timeZone } }: Counted): Float64Array {
  const days = new Float64Array(events.rows);
  for (const row of rows) days[row] = localDay(events.at[row] ?? 0, timeZone);
  return days;
}

function keysOf(values: Values, capacity: number): Float64Array {
  if (values.kind === 'text') return Float64Array.from(values.ids, (id) => (id === 0 ? Number.NaN : id));
  if (values.kind === 'boolean') {
    return Float64Array.from({ length: capacity }, (_, row) => {
      const value = values.get(row);
      return value === null ? Number.NaN : Number(value);
    });
  }
  // A list has no place in any of the functions: `numbersOf` leaves it empty.
  return numbersOf(values, capacity);
}
