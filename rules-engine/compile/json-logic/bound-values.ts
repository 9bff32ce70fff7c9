import { z } from 'zod';
import { isPlainObject } from '../../evaluate/document';
import { engine } from './json-logic-js';
import { badOperation, LogicError } from './problem';

/**
 * The one argument of `with`: parts that the rule uses several times, and the rule. In both, `{"value": [i]}` stands
 * for the i-th part; a part may use those before it. It has two keys, so json-logic-js takes it for plain data and
 * leaves it to the operation: a part is evaluated when it is first needed, and once.
 */
export const boundValues = z.strictObject({ values: z.array(z.unknown()).min(1), rule: z.unknown() });

interface Bound {
  readonly values: readonly unknown[];
  readonly results: Map<number, unknown>;
}

/** What is bound, by the copy of the data that the rule is evaluated on: no key of the data is taken for it. */
const bindings = new WeakMap<object, Bound>();

/** The operation `with`: `this` is the data. */
export function withOperation(this: unknown, spec: unknown): unknown {
  if (!isPlainObject(spec) || !Array.isArray(spec.values) || !Object.hasOwn(spec, 'rule'))
    throw new LogicError(badOperation('with'));
  const data = isPlainObject(this) ? { ...this } : {};
  bindings.set(data, { values: spec.values, results: new Map() });
  return engine.apply(spec.rule, data);
}

/** The operation `value`: the i-th part of the `with` that it stands in. */
export function valueOperation(this: unknown, index: unknown): unknown {
  const bound = isPlainObject(this) ? bindings.get(this) : undefined;
  if (!bound || typeof index !== 'number' || !(index in bound.values))
    throw new LogicError(badOperation('value'));
  if (!bound.results.has(index)) {
    // A part that needs itself finds nothing.
    bound.results.set(index, null);
    bound.results.set(index, engine.apply(bound.values[index], this));
  }
  return bound.results.get(index);
}
