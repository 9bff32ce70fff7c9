import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import type { EventData, Value } from './document';

/** What compiled code runs on: a member with its events, or one event while a condition on events is tested. */
export interface Frame {
  readonly document: unknown;
  readonly events: readonly EventData[];
  /** Results that several parts of a rule share, by the slot the compiler gave them. */
  readonly slots: Value[];
}

/** Compiled code. `constant` is its value where that doesn't depend on the frame, else undefined. */
export interface Code<T> {
  readonly constant: T | undefined;
  readonly run: (frame: Frame) => T;
}

/** What the compilers of single kinds need of the one that knows them all. */
export interface Compiler {
  predicate(predicate: Predicate): Code<boolean>;
  expression(expression: Expression): Code<Value>;
  /** A compiler for conditions on one event, with slots of its own. */
  inner(roots: readonly (Predicate | Expression)[]): Compiler;
  /** Slots that a frame needs once everything is compiled. */
  slots(): number;
}

export const noFrame: Frame = { document: null, events: [], slots: [] };

export function constantCode<T>(value: T): Code<T> {
  return { constant: value, run: () => value };
}

/** Code over parts; computed once where all of them are constant. */
export function codeOver<T>(parts: readonly Code<unknown>[], run: (frame: Frame) => T): Code<T> {
  return parts.every((part) => part.constant !== undefined)
    ? constantCode(run(noFrame))
    : { constant: undefined, run };
}
