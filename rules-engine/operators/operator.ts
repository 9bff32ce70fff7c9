import type { z } from 'zod';
import type { FieldType } from '../catalogue';
import { type ParamIssue, paramIssues } from '../diagnostics/param-issue';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import type { Describe } from '../sentence/describe';
import type { Text } from '../text';
import type { Clock } from '../time/window';

/** What a condition asks about: a value of a declared type, or one of the things that only some operators fit. */
export type SubjectType = FieldType | 'events' | 'tag' | 'segment' | 'uploadedList';

/** A subject after it was found in the catalogue. */
export interface Subject {
  /** An event count is both a number and `events`. */
  types: readonly SubjectType[];
  /** The value asked about; for a segment, the predicate of its rule. */
  value: Expression | Predicate;
  label: Text;
  /** Unit of a number, currency of money. */
  unit: string | null;
  options: readonly { value: string; label: Text }[];
}

/** How the inspector asks for the value. */
export type ValueInput =
  | 'none'
  | 'text'
  | 'texts'
  | 'number'
  | 'numberRange'
  | 'date'
  | 'dateRange'
  | 'span'
  | 'days'
  | 'month'
  | 'tagValues';

export interface OperatorExample<V> {
  /** Subject type, the operand, and stored values that satisfy it or don't; `asOf` for relative ones (ISO, UTC). */
  subject: SubjectType;
  value: V;
  asOf?: string;
  yes: readonly unknown[];
  no: readonly unknown[];
}

/**
 * An operator as its file declares it. All meaning is in `lower`, which builds on the tests of the IR; every reader
 * (JSON Logic, MongoDB, predicate, bitset) then follows from the IR.
 */
export interface OperatorDefinition<V> {
  id: string;
  label: Text;
  help: Text;
  subjects: readonly SubjectType[];
  input: ValueInput;
  value: z.ZodType<V>;
  /** What the form starts with; may be incomplete. */
  initial: unknown;
  lower(subject: Subject, value: V, clock: Clock): Predicate;
  /** The clause: `城市是上海或杭州`, `City is Shanghai or Hangzhou`. */
  phrase(subject: Subject, value: V, describe: Describe): Text;
  examples: readonly OperatorExample<V>[];
}

/** An operator with its operand read. */
export interface BoundOperator {
  lower(subject: Subject, clock: Clock): Predicate;
  phrase(subject: Subject, describe: Describe): Text;
}

/** An operator as the registry holds it: the operand's type is closed over. */
export interface Operator extends Omit<OperatorDefinition<unknown>, 'value' | 'lower' | 'phrase'> {
  bind(value: unknown): { ok: true; bound: BoundOperator } | { ok: false; issues: ParamIssue[] };
}

export function defineOperator<V>(definition: OperatorDefinition<V>): Operator {
  const { value: schema, lower, phrase, ...rest } = definition;
  return {
    ...rest,
    bind(raw) {
      const read = schema.safeParse(raw);
      if (!read.success) return { ok: false, issues: paramIssues(read.error) };
      const value = read.data;
      return {
        ok: true,
        bound: {
          lower: (subject, clock) => lower(subject, value, clock),
          phrase: (subject, describe) => phrase(subject, value, describe),
        },
      };
    },
  };
}
