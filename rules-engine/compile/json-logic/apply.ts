import { isPlainObject } from '../../evaluate/document';
import { type CheckOptions, checkLogic } from './check';
import { engine } from './json-logic-js';
import { runLimits } from './limits';
import './operations';
import { LogicError, type LogicProblem, problem } from './problem';

export type LogicResult = { readonly ok: true; readonly result: unknown } | LogicProblem;

/**
 * Evaluates a rule in JSON Logic, the standard operations and ours. The rule is checked first; data are plain JSON, or
 * a document with dates as `Date` or as `{"$date": …}`. Never throws, and comes to an end: what is too big, too deep
 * or takes too long is a problem.
 */
export function apply(logic: unknown, data: unknown, options: CheckOptions = {}): LogicResult {
  const checked = checkLogic(logic, options);
  if (!checked.ok) return checked;
  return limited(() => engine.apply(logic, revived(data, 0)));
}

/** json-logic-js calls itself through its own property: while a rule runs, every call is counted there. */
function limited(run: () => unknown): LogicResult {
  const plain = engine.apply;
  let steps = 0;
  engine.apply = (logic, data) => {
    steps += 1;
    if (steps > runLimits.steps) throw new LogicError(tooLong);
    return plain(logic, data);
  };
  try {
    return { ok: true, result: run() };
  } catch (error) {
    return error instanceof LogicError ? error.problem : failed(error);
  } finally {
    engine.apply = plain;
  }
}

/** Dates as MongoDB writes them in JSON become dates. */
function revived(value: unknown, depth: number): unknown {
  if (depth > runLimits.dataDepth) throw new LogicError(dataTooDeep);
  if (Array.isArray(value)) return value.map((item) => revived(item, depth + 1));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === '$date') return dateOf(only[1]) ?? value;
  return Object.fromEntries(entries.map(([name, part]) => [name, revived(part, depth + 1)]));
}

/** `"2024-05-01T00:00:00Z"`, milliseconds, or `{"$numberLong": "…"}`; null when it is none of them. */
function dateOf(written: unknown): Date | null {
  const at = isPlainObject(written) ? Number(written.$numberLong) : written;
  if (typeof at !== 'string' && typeof at !== 'number') return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date;
}

const tooLong = problem('too-long', '规则运行太久。', 'The rule takes too long to run.');
const dataTooDeep = problem('too-deep', '数据嵌套太深。', 'The data are nested too deep.');

/** Types that don't fit, as in `{"merge": …}` of what has no parts, end in an error of JavaScript's own. */
function failed(error: unknown): LogicProblem {
  const why = error instanceof Error ? error.message : String(error);
  return problem('failed', `规则无法计算：${why}`, `The rule can't be evaluated: ${why}`);
}
