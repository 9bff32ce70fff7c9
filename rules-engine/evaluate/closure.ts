import type { Expression } from '../ir/expression';
import type { Predicate, PredicateKind } from '../ir/predicate';
import { visitExpression, visitPredicate } from '../ir/visit';
import type { Code, Compiler, Frame } from './closure-code';
import { readCompilers } from './closure-reads';
import { testCompilers } from './closure-tests';
import type { MemberData, Value } from './document';
import { sharedNodes } from './shared-nodes';

/** A predicate as a fast function. It agrees with the reference on every member. */
export function compilePredicate(predicate: Predicate): (data: MemberData) => boolean {
  const compiler = compilerFor([predicate]);
  const { run } = compiler.predicate(predicate);
  const slots = compiler.slots();
  return (data) => run(frameOf(data, slots));
}

/** An expression as a fast function; dates in milliseconds, null when it is empty. */
export function compileExpression(expression: Expression): (data: MemberData) => Value {
  const compiler = compilerFor([expression]);
  const { run } = compiler.expression(expression);
  const slots = compiler.slots();
  return (data) => run(frameOf(data, slots));
}

/** Several predicates as one function: what they share is computed once for each member. Results in their order. */
export function compilePredicates(predicates: readonly Predicate[]): (data: MemberData) => boolean[] {
  const compiler = compilerFor(predicates);
  const runs = predicates.map((predicate) => compiler.predicate(predicate).run);
  const slots = compiler.slots();
  return (data) => {
    const frame = frameOf(data, slots);
    return runs.map((run) => run(frame));
  };
}

function frameOf({ member, events }: MemberData, slots: number): Frame {
  return { document: member, events, slots: new Array(slots) };
}

/** What costs less to compute than to remember. */
const cheap: Record<PredicateKind | Expression['kind'], boolean> = {
  constant: true,
  all: false,
  any: false,
  not: true,
  compare: false,
  oneOf: false,
  text: false,
  list: false,
  present: true,
  field: true,
  literal: true,
  aggregate: false,
  arithmetic: false,
  points: false,
  monthDay: false,
};

function compilerFor(roots: readonly (Predicate | Expression)[]): Compiler {
  const shared = sharedNodes(roots);
  const predicates = new Map<number, Code<boolean>>();
  const expressions = new Map<number, Code<Value>>();
  let slots = 0;

  /** Code of a node that is reached in several ways runs once a frame. */
  const remembered = <T extends Value>(
    node: Predicate | Expression,
    code: Code<T>,
    isResult: (stored: Value) => stored is T,
  ): Code<T> => {
    if (!shared.has(node.id) || cheap[node.kind] || code.constant !== undefined) return code;
    const slot = slots;
    slots += 1;
    const run = (frame: Frame): T => {
      const known = frame.slots[slot];
      if (known !== undefined && isResult(known)) return known;
      const result = code.run(frame);
      frame.slots[slot] = result;
      return result;
    };
    return { constant: undefined, run };
  };

  const compiler: Compiler = {
    predicate(predicate) {
      const known = predicates.get(predicate.id);
      if (known) return known;
      const code = remembered(predicate, visitPredicate(testCompilers, predicate, compiler), isBoolean);
      predicates.set(predicate.id, code);
      return code;
    },
    expression(expression) {
      const known = expressions.get(expression.id);
      if (known) return known;
      const code = remembered(expression, visitExpression(readCompilers, expression, compiler), isValue);
      expressions.set(expression.id, code);
      return code;
    },
    inner: compilerFor,
    slots: () => slots,
  };
  return compiler;
}

const isBoolean = (stored: Value): stored is boolean => typeof stored === 'boolean';
const isValue = (stored: Value): stored is Value => stored !== undefined;
