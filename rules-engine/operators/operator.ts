import type { z } from 'zod';
import type { FieldType } from '../catalogue';
import { type ParamIssue, readParam } from '../diagnostics/param-issue';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import type { Describe } from '../sentence/describe';
import { bracketed } from '../sentence/phrases';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import { calendarClock } from '../time/calendar-day';
import type { Clock } from '../time/window';
import { takesInMissing } from './missing-value';

/** What a condition asks about: a value of a declared type, or one of the things that only some operators fit. */
export type SubjectType = FieldType | 'events' | 'tag' | 'layering' | 'segment' | 'uploadedList';

/** A subject after it was found in the catalogue. */
export interface Subject {
  /** An event count is both a number and `events`. */
  types: readonly SubjectType[];
  /** The value asked about; for a segment, the predicate of its rule. */
  value: Expression | Predicate;
  label: Text;
  /** Unit of a number, currency of money; the key of a tag or layering, the id of a list. */
  unit: string | null;
  /** Only whole numbers can come of it: counts, local days, money in its smallest unit. */
  whole: boolean;
  options: readonly { value: string; label: Text }[];
  /** The events counted, in words (`近 90 天下单`), where the subject is `events`. */
  happening: Text | null;
  /** What it is called that a member has no such value (`未填写`); null where everybody has one. */
  missing: Text | null;
}

/**
 * How the inspector asks for the operand. `value` and `values` are of the subject's type: a text (with suggestions),
 * an option, a number, an amount of money in the smallest unit.
 */
export type ValueInput =
  | 'none'
  | 'value'
  | 'values'
  | 'text'
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
  /** Schema of the operand; a function where it depends on the type of what is asked about. */
  value: z.ZodType<V> | ((subject: Subject) => z.ZodType<V>);
  /** What the form starts with; may be incomplete. */
  initial: unknown;
  /** Bounds of dates are worked out by `clock`, and by nothing else: where the subject is a calendar day, it is that of days. */
  lower(subject: Subject, value: V, clock: Clock): Predicate;
  /**
   * What is asked of the subject: `是上海或杭州`, `is Shanghai or Hangzhou`. That members without the value are in, where they
   * are, is added to it and to the clause.
   */
  relation(subject: Subject, value: V, describe: Describe): Text;
  /** The whole clause, where it isn't the subject's label and the relation: `近 90 天没有下单记录`. */
  phrase?(subject: Subject, value: V, describe: Describe): Text;
  examples: readonly OperatorExample<NoInfer<V>>[];
}

/** An operator with its operand read. */
export interface BoundOperator {
  lower(subject: Subject, clock: Clock): Predicate;
  /** `不是上海（含未填写）`, `is not Shanghai (or not known)` */
  relation(subject: Subject, describe: Describe): Text;
  /** `城市是上海或杭州`, `City is Shanghai or Hangzhou` */
  phrase(subject: Subject, describe: Describe): Text;
}

/** An operator as the registry holds it: the operand's type is closed over. */
export interface Operator
  extends Omit<OperatorDefinition<unknown>, 'value' | 'lower' | 'relation' | 'phrase'> {
  bind(
    value: unknown,
    subject: Subject,
  ): { ok: true; bound: BoundOperator } | { ok: false; issues: ParamIssue[] };
}

export function defineOperator<V>(definition: OperatorDefinition<V>): Operator {
  const { value: operand, lower, relation, phrase = labelAndRelation(relation), ...rest } = definition;
  return {
    ...rest,
    bind(raw, about) {
      const read = readParam(typeof operand === 'function' ? operand(about) : operand, raw);
      if (!read.ok) return read;
      const { value } = read;
      const lowered = (subject: Subject, clock: Clock) =>
        lower(subject, value, subject.types.includes('day') ? calendarClock(clock) : clock);
      const inFull =
        (words: typeof relation) =>
        (subject: Subject, describe: Describe): Text => {
          const said = words(subject, value, describe);
          const isIn = takesInMissing((stand) => lowered(stand, describe.clock), subject);
          return isIn && subject.missing ? withMissing(said, subject.missing) : said;
        };
      return {
        ok: true,
        bound: { lower: lowered, relation: inFull(relation), phrase: inFull(phrase) },
      };
    },
  };
}

function labelAndRelation<V>(relation: OperatorDefinition<V>['relation']) {
  return (subject: Subject, value: V, describe: Describe): Text => {
    const { zh, en } = relation(subject, value, describe);
    return { zh: spaced`${subject.label.zh}${zh}`, en: `${subject.label.en} ${en}` };
  };
}

function withMissing({ zh, en }: Text, missing: Text): Text {
  const aside = bracketed({ zh: `含${missing.zh}`, en: `or ${missing.en}` });
  return { zh: `${zh}${aside.zh}`, en: `${en} ${aside.en}` };
}
