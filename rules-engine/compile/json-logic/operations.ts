import { calculate } from '../../evaluate/arithmetic';
import { readAs, readField, type Value } from '../../evaluate/document';
import type { ArithmeticOperator, ValueType } from '../../ir/expression';
import { isTimeZone, monthDayOf } from '../../time/zone';
import { valueOperation, withOperation } from './bound-values';
import { eventAggregateOperation } from './event-aggregate';
import { engine } from './json-logic-js';
import { runLimits } from './limits';
import { badOperation, LogicError, problem } from './problem';

/** An operation of json-logic-js: `this` is the data, the values are evaluated. */
type Operation = (this: unknown, ...values: unknown[]) => unknown;

/** What our artefacts use besides the standard operations. */
const ownOperations: Record<string, Operation> = {
  /** `[path, type]`: the typed read. Dates are milliseconds, empty is null. */
  field(path, type): Value {
    if (typeof path !== 'string' || !isValueType(type)) throw new LogicError(badOperation('field'));
    return readField(this, path, type);
  },
  starts_with: (text, part) => typeof text === 'string' && typeof part === 'string' && text.startsWith(part),
  ends_with: (text, part) => typeof text === 'string' && typeof part === 'string' && text.endsWith(part),
  /** `[list, values]`: one of the values is an element. */
  has_any: (list, values) => texts(values).some((value) => texts(list).includes(value)),
  has_all: (list, values) =>
    Array.isArray(list) && texts(values).every((value) => texts(list).includes(value)),
  /** `[list, values]`: an element starts with one of the values. */
  has_prefix: (list, values) =>
    texts(list).some((element) => texts(values).some((value) => element.startsWith(value))),
  /** `[operator, left, right]`: null when a side is empty, by zero, and when nothing comes of it. */
  calc(operator, left, right) {
    if (!isArithmeticOperator(operator)) throw new LogicError(badOperation('calc'));
    return typeof left === 'number' && typeof right === 'number' ? calculate(operator, left, right) : null;
  },
  /** `[value, weight]`: their product, 0 when the value is empty. */
  weighted: (value, weight) => (typeof value === 'number' && typeof weight === 'number' ? value * weight : 0),
  /** `[instant, time zone]`: month × 100 + day. */
  month_day(instant, zone) {
    if (typeof zone !== 'string' || !isTimeZone(zone)) throw new LogicError(badOperation('month_day'));
    return typeof instant === 'number' ? monthDayOf(instant, zone) : null;
  },
  event_aggregate: eventAggregateOperation,
  with: withOperation,
  value: valueOperation,
};

/**
 * Standard operations that json-logic-js leaves open: its `var` reads what is inherited, its `log` writes to the
 * output of the process, and its `cat` and `merge` can double what they are given until memory is used up.
 */
const replacedOperations: Record<string, Operation> = {
  var(path, fallback) {
    if (path === undefined || path === null || path === '') return this;
    const otherwise = fallback === undefined ? null : fallback;
    let found: unknown = this;
    for (const name of String(path).split('.')) {
      found = ownProperty(found, name);
      if (found === undefined) return otherwise;
    }
    return found;
  },
  log: (value) => value,
  cat(...values) {
    let text = '';
    for (const value of values) text = within(text + String(value ?? ''), runLimits.textLength);
    return text;
  },
  merge(...values) {
    let list: unknown[] = [];
    for (const value of values) list = within(list.concat(value), runLimits.listLength);
    return list;
  },
};

for (const [name, operation] of Object.entries({ ...ownOperations, ...replacedOperations })) {
  engine.add_operation(name, operation);
}

export const ownOperationNames: ReadonlySet<string> = new Set(Object.keys(ownOperations));

function ownProperty(data: unknown, name: string): unknown {
  if (data === null || data === undefined || !Object.hasOwn(Object(data), name)) return undefined;
  return Object(data)[name];
}

function within<T extends { readonly length: number }>(made: T, limit: number): T {
  if (made.length <= limit) return made;
  throw new LogicError(
    problem('too-long', '规则产生的文本或列表太长。', 'The rule makes a text or a list that is too long.'),
  );
}

function isValueType(type: unknown): type is ValueType {
  return typeof type === 'string' && Object.hasOwn(readAs, type);
}

function isArithmeticOperator(operator: unknown): operator is ArithmeticOperator {
  return operator === '+' || operator === '-' || operator === '*' || operator === '/';
}

function texts(values: unknown): string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}
