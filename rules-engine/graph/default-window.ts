import type { AggregateFunction } from '../ir/expression';
import type { EventWindow } from '../time/window';
import type { EventOperand } from './condition';

const lately = { kind: 'last', n: 90, unit: 'days', byDefault: true } as const;
/** What asks when something happened, or how long apart, asks of all that happened. */
const ever = { kind: 'allTime', byDefault: true } as const;

/** The window that a function starts with. */
const windows: Record<AggregateFunction, EventWindow> = {
  count: lately,
  sum: lately,
  mean: lately,
  min: lately,
  max: lately,
  distinct: lately,
  distinctDays: lately,
  first: ever,
  last: ever,
  daysSinceLast: ever,
  meanDaysBetween: ever,
};

export function defaultWindow(fn: AggregateFunction): EventWindow {
  return { ...windows[fn] };
}

/**
 * The window for another function: one that somebody set stays, one that came with the function before goes with it.
 * Windows of older drawings don't say where they are from: they stay.
 */
export function windowFor(fn: AggregateFunction, window: EventOperand['window']): EventWindow {
  return window.kind !== 'between' && window.byDefault ? defaultWindow(fn) : window;
}
