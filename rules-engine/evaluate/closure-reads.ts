import type { PointsTerm } from '../ir/expression';
import type { ExpressionTable } from '../ir/visit';
import { monthDayOf } from '../time/zone';
import { calculate } from './arithmetic';
import { aggregateCode } from './closure-aggregate';
import { type Code, type Compiler, codeOver, constantCode, type Frame } from './closure-code';
import { storedAt } from './closure-field';
import { orEmpty, readAs, type Value } from './document';

/** Code for every kind of expression. */
export const readCompilers: ExpressionTable<Compiler, Code<Value>> = {
  field: ({ path, type }) => {
    const stored = storedAt(path);
    const as = readAs[type];
    return { constant: undefined, run: (frame) => as(stored(frame.document)) };
  },
  literal: ({ value }) => constantCode<Value>(value),
  aggregate: (aggregate, compiler) => ({ constant: undefined, run: aggregateCode(aggregate, compiler) }),
  arithmetic: ({ operator, left, right }, compiler) => {
    const a = compiler.expression(left);
    const b = compiler.expression(right);
    return codeOver<Value>([a, b], (frame) => {
      const x = a.run(frame);
      const y = b.run(frame);
      return typeof x === 'number' && typeof y === 'number' ? calculate(operator, x, y) : null;
    });
  },
  points: ({ terms }, compiler) => {
    const parts = terms.map((term) => termCode(term, compiler));
    return codeOver<Value>(parts, (frame) => {
      let sum = 0;
      for (const part of parts) sum += part.run(frame);
      return orEmpty(sum);
    });
  },
  monthDay: ({ of, timeZone }, compiler) => {
    const at = compiler.expression(of);
    return codeOver<Value>([at], (frame) => {
      const instant = at.run(frame);
      return typeof instant === 'number' ? monthDayOf(instant, timeZone) : null;
    });
  },
};

function termCode(term: PointsTerm, compiler: Compiler): Code<number> {
  if ('when' in term) {
    const when = compiler.predicate(term.when);
    return codeOver([when], (frame: Frame) => (when.run(frame) ? term.points : 0));
  }
  const value = compiler.expression(term.value);
  return codeOver([value], (frame: Frame) => {
    const found = value.run(frame);
    return typeof found === 'number' ? found * term.weight : 0;
  });
}
