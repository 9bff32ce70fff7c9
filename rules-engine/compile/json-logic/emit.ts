import { sharedNodes } from '../../evaluate/shared-nodes';
import type { Expression, PointsTerm } from '../../ir/expression';
import type { Comparison, Predicate, TextTest } from '../../ir/predicate';
import { type ExpressionTable, type PredicateTable, visitExpression, visitPredicate } from '../../ir/visit';
import { checkLogic } from './check';
import type { JsonLogic } from './json-logic-js';
import { logicLimits } from './limits';
import { mayBeEmpty } from './may-be-empty';
import type { LogicProblem } from './problem';

export type Emitted = { readonly ok: true; readonly jsonLogic: JsonLogic } | LogicProblem;

/** A predicate as JSON Logic that gives true or false on every document; a problem when it is too big for that. */
export function emitPredicate(predicate: Predicate): Emitted {
  return emit([predicate], (writing) => test(predicate, writing));
}

/** An expression as JSON Logic: null when it is empty, dates in milliseconds. */
export function emitExpression(expression: Expression): Emitted {
  return emit([expression], (writing) => value(expression, writing));
}

/** `[when, then]` tried in turn, null when none holds. */
export function emitChoice(choices: readonly (readonly [Predicate, string])[]): Emitted {
  const roots = choices.map(([when]) => when);
  return emit(roots, (writing) => ({
    if: [...choices.flatMap(([when, then]) => [test(when, writing), then]), null],
  }));
}

type Node = Predicate | Expression;

/** One attempt to write an artefact. */
interface Writing {
  /** Operations that may still be written. Equal parts of the IR are one object: a small rule may be a huge text. */
  operations: number;
  /** Whether a part that stands in several places is written once and bound by `with`. */
  isShared(node: Node): boolean;
  /** What was bound so far, and where. */
  readonly bound: JsonLogic[];
  readonly positions: Map<number, number>;
}

/** Rules are written out as long as they stay within the limits; only larger ones bind what they repeat. */
function emit(roots: readonly Node[], write: (writing: Writing) => JsonLogic): Emitted {
  const plain = finished(write, () => false);
  if (plain.ok) return plain;
  const shared = sharedNodes(roots);
  return finished(write, (node) => !isSmall(node) && (shared.has(node.id) || isGuarded(node)));
}

function finished(write: (writing: Writing) => JsonLogic, isShared: (node: Node) => boolean): Emitted {
  const writing: Writing = {
    operations: logicLimits.operations + 1,
    isShared,
    bound: [],
    positions: new Map(),
  };
  const rule = write(writing);
  const jsonLogic = writing.bound.length === 0 ? rule : { with: [{ values: writing.bound, rule }] };
  const checked = checkLogic(jsonLogic);
  return checked.ok ? { ok: true, jsonLogic } : checked;
}

/** What is no longer than the reference to it would be. */
function isSmall(node: Node): boolean {
  return node.kind === 'field' || node.kind === 'literal' || node.kind === 'constant';
}

/** A computed value stands twice in a comparison: in the guard, and as a side. */
function isGuarded(node: Node): boolean {
  return 'type' in node && mayBeEmpty(node);
}

function test(predicate: Predicate, writing: Writing): JsonLogic {
  // What is cut off here has too many operations already: the check refuses the whole.
  if (writing.operations <= 0) return false;
  return once(predicate, writing, () => visitPredicate(tests, predicate, writing));
}

function value(expression: Expression, writing: Writing): JsonLogic {
  if (writing.operations <= 0) return null;
  return once(expression, writing, () => visitExpression(values, expression, writing));
}

function once(node: Node, writing: Writing, write: () => JsonLogic): JsonLogic {
  if (!writing.isShared(node)) return write();
  const known = writing.positions.get(node.id);
  if (known !== undefined) return operation(writing, 'value', known);
  const written = write();
  const position = writing.bound.push(written) - 1;
  writing.positions.set(node.id, position);
  return operation(writing, 'value', position);
}

function operation(writing: Writing, name: string, ...parts: JsonLogic[]): JsonLogic {
  writing.operations -= 1;
  return { [name]: parts };
}

const comparisons: Record<Comparison, string> = { eq: '===', lt: '<', lte: '<=', gt: '>', gte: '>=' };

const tests: PredicateTable<Writing, JsonLogic> = {
  constant: (predicate) => predicate.value,
  all: ({ of }, writing) => operation(writing, 'and', ...of.map((part) => test(part, writing))),
  any: ({ of }, writing) => operation(writing, 'or', ...of.map((part) => test(part, writing))),
  not: ({ of }, writing) => operation(writing, '!', test(of, writing)),
  compare: ({ comparison, left, right }, writing) => {
    const guards = guarded(comparison, left, right).map((side) => presence(side, writing));
    const written = operation(writing, comparisons[comparison], value(left, writing), value(right, writing));
    return guards.length === 0 ? written : operation(writing, 'and', ...guards, written);
  },
  oneOf: ({ subject, values: wanted }, writing) => operation(writing, 'in', value(subject, writing), wanted),
  text: ({ test: kind, subject, value: part }, writing) =>
    // To json-logic-js nothing is `in` the empty text; every text starts and ends with it all the same.
    part === '' ? presence(subject, writing) : textTests[kind](value(subject, writing), part, writing),
  list: ({ test: kind, subject, values: wanted }, writing) =>
    operation(writing, `has_${kind}`, value(subject, writing), wanted),
  present: ({ subject }, writing) => presence(subject, writing),
};

const textTests: Record<TextTest, (text: JsonLogic, part: string, writing: Writing) => JsonLogic> = {
  contains: (text, part, writing) => operation(writing, 'in', part, text),
  startsWith: (text, part, writing) => operation(writing, 'starts_with', text, part),
  endsWith: (text, part, writing) => operation(writing, 'ends_with', text, part),
};

const values: ExpressionTable<Writing, JsonLogic> = {
  field: ({ path, type }, writing) => operation(writing, 'field', path, type),
  literal: (literal) => literal.value,
  aggregate: ({ fn, eventType, of, from, to, where, timeZone }, writing) =>
    operation(writing, 'event_aggregate', {
      fn,
      eventType,
      of: of && [of.path, of.type],
      from,
      to,
      where: onEvent(where, writing),
      timeZone,
    }),
  arithmetic: ({ operator, left, right }, writing) =>
    operation(writing, 'calc', operator, value(left, writing), value(right, writing)),
  points: (points, writing) => {
    const sum = operation(writing, '+', ...points.terms.map((term) => pointsOf(term, writing)));
    // Weighted infinities may make what isn't a number: `calc` then gives null.
    return mayBeEmpty(points) ? operation(writing, 'calc', '+', sum, 0) : sum;
  },
  monthDay: ({ of, timeZone }, writing) => operation(writing, 'month_day', value(of, writing), timeZone),
};

/** A condition on events is evaluated on each event: nothing bound on the member can stand in it. */
function onEvent(where: Predicate, writing: Writing): JsonLogic {
  const inner: Writing = { ...writing, isShared: () => false };
  const written = test(where, inner);
  writing.operations = inner.operations;
  return written;
}

function pointsOf(term: PointsTerm, writing: Writing): JsonLogic {
  return 'when' in term
    ? operation(writing, 'if', test(term.when, writing), term.points, 0)
    : operation(writing, 'weighted', value(term.value, writing), term.weight);
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

function presence(subject: Expression, writing: Writing): JsonLogic {
  return operation(writing, '!==', value(subject, writing), null);
}
