import {
  type Catalogue,
  type ConditionSubject,
  findOperator,
  type Operator,
  operatorsFor,
} from '@/rules-engine/index';
import { type DraftRow, readSubject } from './shapes';
import { type ConditionScope, type SubjectKind, subjectKind } from './subject-kind';

/** A row as it is stored. */
export interface StoredRow {
  subject: unknown;
  operator: string;
  value?: unknown;
}

/** A row about another subject: operator and value stay where they still mean something. */
export function withSubject(
  row: DraftRow,
  subject: ConditionSubject,
  scope: ConditionScope,
  catalogue: Catalogue,
): StoredRow {
  const before = subjectKind(readSubject(row.subject), scope, catalogue);
  const now = subjectKind(subject, scope, catalogue);
  const fitting = now ? operatorsFor(now.types) : [];
  const kept = fitting.find(({ id }) => id === row.operator);
  const operator = kept ?? preferred(now, fitting);
  if (!operator) return { subject, operator: '' };
  const sameValues =
    kept && before && now && before.field?.path === now.field?.path && sameTypes(before, now);
  return stored(subject, operator, sameValues ? row.value : operator.initial);
}

/** A row with another operator: the value stays when it is entered in the same way. */
export function withOperator(row: DraftRow, operator: Operator): StoredRow {
  const before = findOperator(row.operator);
  if (before?.input === operator.input) return stored(row.subject, operator, row.value);
  return stored(row.subject, operator, converted(before, operator, row.value));
}

/** One value becomes a list of one, and a list its first: what was typed isn't typed again. */
function converted(before: Operator | undefined, operator: Operator, value: unknown): unknown {
  if (before?.input === 'value' && operator.input === 'values' && value !== undefined) return [value];
  if (before?.input === 'values' && operator.input === 'value' && Array.isArray(value)) return value[0];
  return operator.initial;
}

function stored(subject: unknown, operator: Operator, value: unknown): StoredRow {
  return value === undefined || operator.input === 'none'
    ? { subject, operator: operator.id }
    : { subject, operator: operator.id, value };
}

function sameTypes(a: SubjectKind, b: SubjectKind): boolean {
  return a.types.length === b.types.length && a.types.every((type) => b.types.includes(type));
}

/** Counting is mostly asked “at least”, a date “within the last”; for the rest the first one is. */
function preferred(kind: SubjectKind | null, fitting: readonly Operator[]): Operator | undefined {
  const wanted = kind?.types.includes('events')
    ? 'atLeast'
    : kind?.types.includes('number') || kind?.types.includes('money')
      ? 'atLeast'
      : null;
  return fitting.find(({ id }) => id === wanted) ?? fitting[0];
}
