import type { AggregateExpression, Expression, PointsTerm } from '../ir/expression';
import type { Comparison, ListTest, Predicate, TextTest } from '../ir/predicate';
import { type ExpressionTable, type PredicateTable, visitExpression, visitPredicate } from '../ir/visit';
import { monthDayOf } from '../time/zone';
import { aggregateFunctions, isCountable } from './aggregate-functions';
import { calculate } from './arithmetic';
import { type EventData, type MemberData, orEmpty, readField, type Value } from './document';

/**
 * The meaning of the IR, written to be obviously right: slow, without a shortcut. Every other reader is held against
 * this one on random rules and documents.
 */
export function evaluate(predicate: Predicate, data: MemberData): boolean {
  return holds(predicate, { document: data.member, events: data.events });
}

/** The value of an expression; dates in milliseconds, null when it is empty. */
export function evaluateExpression(expression: Expression, data: MemberData): Value {
  return value(expression, { document: data.member, events: data.events });
}

/** The member, or one event while a condition on events is tested. */
interface Scope {
  readonly document: unknown;
  readonly events: readonly EventData[];
}

function holds(predicate: Predicate, scope: Scope): boolean {
  return visitPredicate(tests, predicate, scope);
}

function value(expression: Expression, scope: Scope): Value {
  return visitExpression(values, expression, scope);
}

const orders: Record<Comparison, (left: number, right: number) => boolean> = {
  eq: (left, right) => left === right,
  lt: (left, right) => left < right,
  lte: (left, right) => left <= right,
  gt: (left, right) => left > right,
  gte: (left, right) => left >= right,
};

const textTests: Record<TextTest, (text: string, part: string) => boolean> = {
  contains: (text, part) => text.includes(part),
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
};

const listTests: Record<ListTest, (list: readonly string[], wanted: readonly string[]) => boolean> = {
  any: (list, wanted) => wanted.some((one) => list.includes(one)),
  all: (list, wanted) => wanted.every((one) => list.includes(one)),
  prefix: (list, wanted) => list.some((element) => wanted.some((one) => element.startsWith(one))),
};

const tests: PredicateTable<Scope, boolean> = {
  constant: (predicate) => predicate.value,
  all: (predicate, scope) => predicate.of.every((part) => holds(part, scope)),
  any: (predicate, scope) => predicate.of.some((part) => holds(part, scope)),
  not: (predicate, scope) => !holds(predicate.of, scope),
  compare: ({ comparison, left, right }, scope) => {
    const a = value(left, scope);
    const b = value(right, scope);
    if (typeof a === 'number' && typeof b === 'number') return orders[comparison](a, b);
    return comparison === 'eq' && a !== null && a === b;
  },
  oneOf: ({ subject, values: wanted }, scope) => {
    const found = value(subject, scope);
    return wanted.some((one) => one === found);
  },
  text: ({ test, subject, value: part }, scope) => {
    const found = value(subject, scope);
    return typeof found === 'string' && textTests[test](found, part);
  },
  list: ({ test, subject, values: wanted }, scope) => {
    const found = value(subject, scope);
    return found !== null && typeof found === 'object' && listTests[test](found, wanted);
  },
  present: ({ subject }, scope) => value(subject, scope) !== null,
};

const values: ExpressionTable<Scope, Value> = {
  field: ({ path, type }, scope) => readField(scope.document, path, type),
  literal: (literal) => literal.value,
  aggregate: (aggregate, scope) => aggregateOf(aggregate, scope.events),
  arithmetic: ({ operator, left, right }, scope) => {
    const a = value(left, scope);
    const b = value(right, scope);
    return typeof a === 'number' && typeof b === 'number' ? calculate(operator, a, b) : null;
  },
  points: ({ terms }, scope) => orEmpty(terms.reduce((sum, term) => sum + pointsOf(term, scope), 0)),
  monthDay: ({ of, timeZone }, scope) => {
    const at = value(of, scope);
    return typeof at === 'number' ? monthDayOf(at, timeZone) : null;
  },
};

function pointsOf(term: PointsTerm, scope: Scope): number {
  if ('when' in term) return holds(term.when, scope) ? term.points : 0;
  const found = value(term.value, scope);
  return typeof found === 'number' ? found * term.weight : 0;
}

function aggregateOf(aggregate: AggregateExpression, events: readonly EventData[]): number | null {
  const { fn, eventType, of, from, to, where, timeZone } = aggregate;
  const at: number[] = [];
  const found: (string | number | boolean)[] = [];
  for (const event of events) {
    const instant = readField(event, 'at', 'date');
    if (typeof instant !== 'number' || instant > to || (from !== null && instant < from)) continue;
    // A condition on an event sees that event only: there are no events below it.
    const scope = { document: event, events: [] };
    if (readField(event, 'type', 'text') !== eventType || !holds(where, scope)) continue;
    at.push(instant);
    const property = of ? value(of, scope) : null;
    if (isCountable(property)) found.push(property);
  }
  return aggregateFunctions[fn]({ at, values: found, to, timeZone });
}
