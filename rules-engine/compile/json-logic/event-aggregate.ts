import { z } from 'zod';
import { aggregateFunctions as computations, isCountable } from '../../evaluate/aggregate-functions';
import { isPlainObject, readField } from '../../evaluate/document';
import { aggregateFunctions, needsProperty } from '../../graph/condition';
import { isTimeZone } from '../../time/zone';
import { engine } from './json-logic-js';
import { badOperation, LogicError } from './problem';

const valueType = z.enum(['text', 'number', 'boolean', 'date', 'list']);

/**
 * The one argument of `event_aggregate`. It has several keys, so json-logic-js takes it for plain data and leaves
 * `where` alone: that is evaluated here, once for each event, with the event as data.
 */
export const eventAggregate = z
  .strictObject({
    fn: z.enum(aggregateFunctions),
    eventType: z.string(),
    /** Path and type of the property that the function reads. */
    of: z.tuple([z.string(), valueType]).nullable(),
    /** Milliseconds, inclusive; null is unbounded. */
    from: z.number().nullable(),
    to: z.number(),
    where: z.unknown(),
    timeZone: z.string().refine(isTimeZone, 'not a time zone'),
  })
  .refine(
    ({ fn, of }) => needsProperty[fn] === (of !== null),
    'a property exactly where the function reads one',
  );
export type EventAggregate = z.infer<typeof eventAggregate>;

const parsed = new WeakMap<object, EventAggregate>();

/** The operation `event_aggregate`: `this` is the data, the member with its `events`. */
export function eventAggregateOperation(this: unknown, spec: unknown): number | null {
  const { fn, eventType, of, from, to, where, timeZone } = parse(spec);
  const stored = isPlainObject(this) && Object.hasOwn(this, 'events') ? this.events : null;
  const events: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const at: number[] = [];
  const values: (string | number | boolean)[] = [];
  for (const event of events) {
    const instant = readField(event, 'at', 'date');
    if (typeof instant !== 'number' || instant > to || (from !== null && instant < from)) continue;
    if (readField(event, 'type', 'text') !== eventType || engine.apply(where, event) !== true) continue;
    at.push(instant);
    const value = of ? readField(event, of[0], of[1]) : null;
    if (isCountable(value)) values.push(value);
  }
  return computations[fn]({ at, values, to, timeZone });
}

/** A rule is evaluated on many members: its parts are read once. */
function parse(spec: unknown): EventAggregate {
  if (typeof spec === 'object' && spec !== null) {
    const known = parsed.get(spec);
    if (known) return known;
    const read = eventAggregate.safeParse(spec);
    if (read.success) {
      parsed.set(spec, read.data);
      return read.data;
    }
  }
  throw new LogicError(badOperation('event_aggregate'));
}
