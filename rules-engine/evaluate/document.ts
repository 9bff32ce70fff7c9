import type { ValueType } from '../ir/expression';

/** An event as it is stored: nothing about it is believed before it is read by `readField`. */
export interface EventData {
  readonly type: unknown;
  readonly at: unknown;
  readonly props?: unknown;
}

/** What a rule is evaluated on: one member document and the member's events, in any order. */
export interface MemberData {
  readonly member: Readonly<Record<string, unknown>>;
  readonly events: readonly EventData[];
}

/** A value as rules see it; dates are milliseconds since the epoch, null is *empty*. */
export type Value = string | number | boolean | readonly string[] | null;

/** How a stored value is read as each type; null when it is of another type. */
export const readAs: Record<ValueType, (stored: unknown) => Value> = {
  text: (stored) => (typeof stored === 'string' ? stored : null),
  number: (stored) => (typeof stored === 'number' ? orEmpty(stored) : wholeNumber(stored)),
  boolean: (stored) => (typeof stored === 'boolean' ? stored : null),
  date: (stored) => (stored instanceof Date ? orEmpty(stored.getTime()) : null),
  list: (stored) =>
    Array.isArray(stored) && stored.length > 0 ? stored.filter((item) => typeof item === 'string') : null,
};

/**
 * The typed read that all readers in JavaScript share: the value at a dotted path, or null when it is empty. Only own
 * properties of plain objects are followed, so neither prototypes nor arrays of sub-documents are ever looked into.
 */
export function readField(document: unknown, path: string, type: ValueType): Value {
  let stored = document;
  for (const name of path.split('.')) {
    if (!isPlainObject(stored) || !Object.hasOwn(stored, name)) return null;
    stored = stored[name];
  }
  return readAs[type](stored);
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** NaN, as a number or the time of a date, is empty. */
export function orEmpty(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Whole numbers beyond 2^53 come from the driver as objects of its own, or as bigint: read as the nearest number. */
function wholeNumber(stored: unknown): number | null {
  if (typeof stored === 'bigint') return Number(stored);
  const isLong =
    typeof stored === 'object' &&
    stored !== null &&
    !isPlainObject(stored) &&
    '_bsontype' in stored &&
    stored._bsontype === 'Long';
  return isLong ? orEmpty(Number(String(stored))) : null;
}
