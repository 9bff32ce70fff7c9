import type { Expression, PointsTerm } from '../../ir/expression';
import type { Comparison, Predicate, TextTest } from '../../ir/predicate';
import { type ExpressionTable, type PredicateTable, visitExpression, visitPredicate } from '../../ir/visit';
import { checkLogic } from './check';
import type { JsonLogic } from './json-logic-js';
import { logicLimits } from './limits';
import type { LogicProblem } from './problem';

export type Emitted = { readonly ok: true; readonly jsonLogic: JsonLogic } | LogicProblem;

/** A predicate as JSON Logic that gives true or false on every document; a problem when it is too big for that. */
export function emitPredicate(predicate: Predicate): Emitted {
  return emit((budget) => test(predicate, budget));
}

/** An expression as JSON Logic: null when it is empty, dates in milliseconds. */
export function emitExpression(expression: Expression): Emitted {
  return emit((budget) => value(expression, budget));
}

/** `[when, then]` tried in turn, null when none holds. */
export function emitChoice(choices: readonly (readonly [Predicate, string])[]): Emitted {
  return emit((budget) => ({
    if: [...choices.flatMap(([when, then]) => [test(when, budget), then]), null],
  }));
}

/** Operations that may still be written. Equal parts of the IR are one object, so a small rule may be a huge text. */
interface Budget {
  operations: number;
}

function emit(write: (budget: Budget) => JsonLogic): Emitted {
  const jsonLogic = write({ operations: logicLimits.operations + 1 });
  const checked = checkLogic(jsonLogic);
  return checked.ok ? { ok: true, jsonLogic } : checked;
}

function test(predicate: Predicate, budget: Budget): JsonLogic {
  // What is cut off here has too many operations already: the check refuses the whole.
  if (budget.operations <= 0) return false;
  return visitPredicate(tests, predicate, budget);
}

function value(expression: Expression, budget: Budget): JsonLogic {
  if (budget.operations <= 0) return null;
  return visitExpression(values, expression, budget);
}

function operation(budget: Budget, name: string, ...parts: JsonLogic[]): JsonLogic {
  budget.operations -= 1;
  return { [name]: parts };
}

const comparisons: Record<Comparison, string> = { eq: '===', lt: '<', lte: '<=', gt: '>', gte: '>=' };

const tests: PredicateTable<Budget, JsonLogic> = {
  constant: (predicate) => predicate.value,
  all: ({ of }, budget) => operation(budget, 'and', ...of.map((part) => test(part, budget))),
  any: ({ of }, budget) => operation(budget, 'or', ...of.map((part) => test(part, budget))),
  not: ({ of }, budget) => operation(budget, '!', test(of, budget)),
  compare: ({ comparison, left, right }, budget) => {
    const written = operation(budget, comparisons[comparison], value(left, budget), value(right, budget));
    const guards = guarded(comparison, left, right).map((side) => presence(side, budget));
    return guards.length === 0 ? written : operation(budget, 'and', ...guards, written);
  },
  oneOf: ({ subject, values: wanted }, budget) => operation(budget, 'in', value(subject, budget), wanted),
  text: ({ test: kind, subject, value: part }, budget) =>
    // To json-logic-js nothing is `in` the empty text; every text starts and ends with it all the same.
    part === '' ? presence(subject, budget) : textTests[kind](value(subject, budget), part, budget),
  list: ({ test: kind, subject, values: wanted }, budget) =>
    operation(budget, `has_${kind}`, value(subject, budget), wanted),
  present: ({ subject }, budget) => presence(subject, budget),
};

const textTests: Record<TextTest, (text: JsonLogic, part: string, budget: Budget) => JsonLogic> = {
  contains: (text, part, budget) => operation(budget, 'in', part, text),
  startsWith: (text, part, budget) => operation(budget, 'starts_with', text, part),
  endsWith: (text, part, budget) => operation(budget, 'ends_with', text, part),
};

const values: ExpressionTable<Budget, JsonLogic> = {
  field: ({ path, type }, budget) => operation(budget, 'field', path, type),
  literal: (literal) => literal.value,
  aggregate: ({ fn, eventType, of, from, to, where, timeZone }, budget) =>
    operation(budget, 'event_aggregate', {
      fn,
      eventType,
      of: of && [of.path, of.type],
      from,
      to,
      where: test(where, budget),
      timeZone,
    }),
  arithmetic: ({ operator, left, right }, budget) =>
    operation(budget, 'calc', operator, value(left, budget), value(right, budget)),
  points: (points, budget) => {
    const sum = operation(budget, '+', ...points.terms.map((term) => pointsOf(term, budget)));
    // Weighted infinities may make what isn't a number: `calc` then gives null.
    return mayBeEmpty(points) ? operation(budget, 'calc', '+', sum, 0) : sum;
  },
  monthDay: ({ of, timeZone }, budget) => operation(budget, 'month_day', value(of, budget), timeZone),
};

function pointsOf(term: PointsTerm, budget: Budget): JsonLogic {
  return 'when' in term
    ? operation(budget, 'if', test(term.when, budget), term.points, 0)
    : operation(budget, 'weighted', value(term.value, budget), term.weight);
}

/**
 * The sides that a comparison has to be guarded against: JavaScript compares null as 0. Null equals nothing but null,
 * so one guard is enough there, and none beside a value that is never null.
 */
function guarded(comparison: Comparison, left: Expression, right: Expression): Expression[] {
  const empties = [left, right].filter(mayBeEmpty);
  if (comparison !== 'eq') return empties;
  return empties.length === 2 ? empties.slice(0, 1) : [];
}

function presence(subject: Expression, budget: Budget): JsonLogic {
  return operation(budget, '!==', value(subject, budget), null);
}

const neverEmpty: ReadonlySet<string> = new Set(['count', 'distinct', 'distinctDays']);

function mayBeEmpty(expression: Expression): boolean {
  if (expression.kind === 'literal') return false;
  if (expression.kind === 'aggregate') return !neverEmpty.has(expression.fn);
  return expression.kind !== 'points' || expression.terms.some((term) => 'value' in term);
}
