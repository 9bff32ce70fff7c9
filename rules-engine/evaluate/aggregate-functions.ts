import type { AggregateFunction } from '../ir/expression';
import { localDay } from '../time/zone';
import { orEmpty, type Value } from './document';

/** The events that an aggregate is about, in any order. */
export interface CountedEvents {
  /** Instants, milliseconds. */
  readonly at: readonly number[];
  /** The property of each event that has it. */
  readonly values: readonly (string | number | boolean)[];
  /** End of the window, milliseconds. */
  readonly to: number;
  readonly timeZone: string;
}

const msPerDay = 86_400_000;

/** What each function makes of the events; null when it is empty. */
export const aggregateFunctions: Record<AggregateFunction, (events: CountedEvents) => number | null> = {
  count: ({ at }) => at.length,
  sum: ({ values }) => orEmpty(total(numbers(values))),
  mean: ({ values }) => {
    const found = numbers(values);
    return orEmpty(total(found) / found.length);
  },
  min: ({ values }) => lowest(numbers(values)),
  max: ({ values }) => highest(numbers(values)),
  distinct: ({ values }) => new Set(values).size,
  distinctDays: ({ at, timeZone }) => new Set(at.map((instant) => localDay(instant, timeZone))).size,
  first: ({ at }) => lowest(at),
  last: ({ at }) => highest(at),
  daysSinceLast: ({ at, to, timeZone }) => {
    const last = highest(at);
    return last === null ? null : localDay(to, timeZone) - localDay(last, timeZone);
  },
  meanDaysBetween: ({ at }) => {
    const first = lowest(at);
    const last = highest(at);
    if (first === null || last === null || at.length < 2) return null;
    return (last - first) / msPerDay / (at.length - 1);
  },
};

/** A value that an aggregate can take in; a list has no place in any of the functions. */
export function isCountable(value: Value): value is string | number | boolean {
  return value !== null && typeof value !== 'object';
}

function numbers(values: CountedEvents['values']): number[] {
  return values.filter((value) => typeof value === 'number');
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function lowest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => Math.min(a, b));
}

function highest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b));
}

/** Whether a function has no value without events; the others are 0 then. */
export function isEmptyWithoutEvents(fn: AggregateFunction): boolean {
  return aggregateFunctions[fn]({ at: [], values: [], to: 0, timeZone: 'UTC' }) === null;
}
