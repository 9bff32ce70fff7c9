import type { FieldType } from '../catalogue';
import type { CompiledRow } from '../compile/environment';
import type { MemberData, Value } from '../evaluate/document';
import { traceRow } from '../evaluate/trace';
import type { Text } from '../text';
import { storedDayText } from '../time/calendar-day';
import { boundsOf } from './bounds-of';
import { tagValuesOf } from './tag-values-of';

/** A value as people are shown it: instants as ISO 8601, calendar days as `1990-05-01`, money in the smallest unit. */
export type ShownValue = string | number | boolean | readonly string[];

/** One condition row for one member. */
export interface ExplainedRow {
  /** Path below the node's `params`: `rows.0`; '' where the node asks one thing only. */
  param: string;
  holds: boolean;
  /** The whole clause: `年龄至少 18 岁`. */
  phrase: Text;
  /** What is asked of the value: `至少 18 岁`. */
  relation: Text;
  /** What the member has; of a tag, its values. Null when that is empty, hidden, or nothing that could be shown. */
  actual: ShownValue | null;
  /** Personal data that may not be seen. */
  masked: boolean;
  type: FieldType | null;
  /** Unit of a number, currency of money. */
  unit: string | null;
  /** The bound of a number or date that decides: where there are two, the nearer one. */
  threshold: ShownValue | null;
  /** How much is missing until the row would hold: in `unit`, the smallest unit of money, or days for dates. */
  short: number | null;
}

export function explainRow(row: CompiledRow, data: MemberData, mask: boolean): ExplainedRow {
  const { param, predicate, phrase, relation, type, unit, personal } = row;
  const { holds, actual, gap } = traceRow(row, data);
  const masked = mask && personal;
  const bound = row.value === null ? null : nearest(boundsOf(predicate, row.value), actual);
  const shownActual = type === null ? tagValuesOf(predicate, actual) : shown(actual, type);
  return {
    param,
    holds,
    phrase,
    relation,
    actual: masked ? null : shownActual,
    masked,
    type,
    unit,
    threshold: bound === null ? null : shown(bound, type),
    // A distance to something else than the value, such as days of the year, would mean nothing.
    short: masked || bound === null ? null : (gap?.by ?? null),
  };
}

function nearest(bounds: readonly number[], actual: Value): number | null {
  const distance = (bound: number) => (typeof actual === 'number' ? Math.abs(bound - actual) : 0);
  return bounds.reduce<number | null>(
    (best, bound) => (best === null || distance(bound) < distance(best) ? bound : best),
    null,
  );
}

function shown(value: Value, type: FieldType | null): ShownValue | null {
  if (typeof value !== 'number') return value;
  if (type === 'day') return storedDayText(value);
  return type === 'date' ? new Date(value).toISOString() : value;
}
