import type { ExplainRow } from '@/lib/contracts/counts';
import type { MemberValue } from '@/lib/contracts/members';
import { type CompiledRow, type MemberData, traceRow, type Value } from '@/rules-engine/index';
import { tagKeysIn, valuesOf } from './tag-values';
import { thresholdOf } from './threshold';

/** One row for one member; what is personal is left out where `mayReveal` is false. */
export function explainRow(row: CompiledRow, data: MemberData, mayReveal: boolean): ExplainRow {
  const { holds, actual, gap } = traceRow(row, data);
  const masked = row.personal && !mayReveal;
  return {
    param: row.param,
    holds,
    phrase: row.phrase,
    actual: masked ? null : shown(row, actual),
    masked: masked && actual !== null,
    type: row.type,
    unit: row.unit,
    threshold: thresholdOf(row, masked ? null : actual),
    short: masked ? null : (gap?.by ?? null),
  };
}

/** The value as it travels: dates as ISO 8601, of all tags only those asked about, of lists nothing but whether. */
function shown({ value, predicate }: CompiledRow, actual: Value): MemberValue | null {
  if (actual === null || value === null) return null;
  if (value.type === 'date' && typeof actual === 'number') return new Date(actual).toISOString();
  if (typeof actual !== 'object') return actual;
  if (value.kind === 'field' && value.path === 'tags') return valuesOf(actual, tagKeysIn(predicate));
  return value.kind === 'field' && value.path === 'lists' ? null : [...actual];
}
