import jsonLogic from 'json-logic-js';

/** A rule in JSON Logic, or a part of one. An object with one key is an operation. */
export type JsonLogic =
  | null
  | boolean
  | number
  | string
  | readonly JsonLogic[]
  | { readonly [key: string]: JsonLogic };

/** json-logic-js as we use it: it runs any value, and we know nothing of what comes out. */
interface Engine {
  apply(logic: unknown, data: unknown): unknown;
  add_operation(name: string, code: (this: unknown, ...values: unknown[]) => unknown): void;
}

export const engine: Engine = jsonLogic;
