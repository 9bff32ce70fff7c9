import type { Expression } from '../ir/expression';
import type { Comparison, ListTest, TextTest } from '../ir/predicate';
import type { PredicateTable } from '../ir/visit';
import { type Code, type Compiler, codeOver, constantCode, type Frame } from './closure-code';
import { storedAt } from './closure-field';
import { readAs, type Value } from './document';

type NumberTest = (left: number, right: number) => boolean;

/** Code for every kind of predicate. */
export const testCompilers: PredicateTable<Compiler, Code<boolean>> = {
  constant: ({ value }) => constantCode(value),
  all: ({ of }, compiler) =>
    junction(
      of.map((part) => compiler.predicate(part)),
      true,
    ),
  any: ({ of }, compiler) =>
    junction(
      of.map((part) => compiler.predicate(part)),
      false,
    ),
  not: ({ of }, compiler) => {
    const part = compiler.predicate(of);
    return codeOver([part], (frame) => !part.run(frame));
  },
  compare: ({ comparison, left, right }, compiler) => {
    const direct = numberAgainstLiteral(comparison, left, right);
    if (direct) return direct;
    const a = compiler.expression(left);
    const b = compiler.expression(right);
    const test = numberTests[comparison];
    return codeOver([a, b], (frame) => {
      const x = a.run(frame);
      const y = b.run(frame);
      if (typeof x === 'number' && typeof y === 'number') return test(x, y);
      return comparison === 'eq' && x !== null && x === y;
    });
  },
  oneOf: ({ subject, values }, compiler) => {
    const found = compiler.expression(subject);
    const wanted: ReadonlySet<Value> = new Set(values);
    return codeOver([found], (frame) => wanted.has(found.run(frame)));
  },
  text: ({ test, subject, value }) => {
    const stored = storedAt(subject.path);
    const passes = textTests[test];
    return textCode(subject.type === 'text', (frame) => {
      const found = stored(frame.document);
      return typeof found === 'string' && passes(found, value);
    });
  },
  list: ({ test, subject, values }, compiler) => {
    const found = compiler.expression(subject);
    const passes = listTests[test];
    return codeOver([found], (frame) => {
      const list = found.run(frame);
      return list !== null && typeof list === 'object' && passes(list, values);
    });
  },
  present: ({ subject }, compiler) => {
    const found = compiler.expression(subject);
    return codeOver([found], (frame) => found.run(frame) !== null);
  },
};

const numberTests: Record<Comparison, NumberTest> = {
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

/** Only texts have tests of text: on a subject of another type they are false. */
function textCode(isText: boolean, run: (frame: Frame) => boolean): Code<boolean> {
  return isText ? { constant: undefined, run } : constantCode(false);
}

/** Conjunction (`neutral` true) or disjunction; constant parts decide it or fall away. */
function junction(parts: readonly Code<boolean>[], neutral: boolean): Code<boolean> {
  if (parts.some((part) => part.constant === !neutral)) return constantCode(!neutral);
  const runs = parts.filter((part) => part.constant === undefined).map((part) => part.run);
  const [first, second] = runs;
  if (first === undefined) return constantCode(neutral);
  if (second === undefined) return { constant: undefined, run: first };
  if (runs.length === 2) {
    return {
      constant: undefined,
      run: neutral ? (frame) => first(frame) && second(frame) : (frame) => first(frame) || second(frame),
    };
  }
  return {
    constant: undefined,
    run: (frame) => {
      for (const run of runs) if (run(frame) !== neutral) return !neutral;
      return neutral;
    },
  };
}

/** The commonest test of all, without a detour through a value: a number or date field against a literal. */
function numberAgainstLiteral(
  comparison: Comparison,
  left: Expression,
  right: Expression,
): Code<boolean> | null {
  if (left.kind !== 'field' || right.kind !== 'literal') return null;
  const threshold = right.value;
  if (typeof threshold !== 'number' || left.type !== right.type) return null;
  const stored = storedAt(left.path);
  const as = readAs[left.type];
  const test = numberTests[comparison];
  const run = (frame: Frame) => {
    const value = as(stored(frame.document));
    return typeof value === 'number' && test(value, threshold);
  };
  return { constant: undefined, run };
}
