import type { Text } from '../../text';

export type LogicProblemCode =
  | 'not-logic'
  | 'unknown-operation'
  | 'bad-operation'
  | 'unknown-path'
  | 'bad-date'
  | 'too-big'
  | 'too-deep'
  | 'too-long'
  | 'failed';

/** Why a rule in JSON Logic is not run, or came to no result. */
export interface LogicProblem {
  readonly ok: false;
  readonly code: LogicProblemCode;
  readonly message: Text;
}

export function problem(code: LogicProblemCode, zh: string, en: string): LogicProblem {
  return { ok: false, code, message: { zh, en } };
}

export function badOperation(name: string): LogicProblem {
  return problem('bad-operation', `“${name}”的参数不对。`, `The arguments of “${name}” are not right.`);
}

/** Thrown inside an operation, where json-logic-js leaves no other way out; `apply` turns it into its problem. */
export class LogicError extends Error {
  constructor(readonly problem: LogicProblem) {
    super(problem.message.en);
  }
}
