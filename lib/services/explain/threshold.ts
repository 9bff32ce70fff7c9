import type { MemberValue } from '@/lib/contracts/members';
import type { CompiledRow, LiteralExpression, Predicate, Value } from '@/rules-engine/index';

/**
 * The bound that a row's value is measured against: of several (a range) the one that is nearest to the value, which is
 * also the one that it misses. Null for tests without a number or a date. Dates as ISO 8601.
 */
export function thresholdOf(
  { predicate, value }: Pick<CompiledRow, 'predicate' | 'value'>,
  actual: Value,
): MemberValue | null {
  const bounds = value ? boundsIn(predicate, value.id) : [];
  const from = typeof actual === 'number' ? actual : null;
  const [nearest] =
    from === null ? bounds : bounds.toSorted((a, b) => Math.abs(a.value - from) - Math.abs(b.value - from));
  if (!nearest) return null;
  return nearest.type === 'date' ? new Date(nearest.value).toISOString() : nearest.value;
}

type Bound = Extract<LiteralExpression, { value: number }>;

/** Numbers and dates that a value is compared with, wherever in the predicate. */
function boundsIn(predicate: Predicate, value: number): Bound[] {
  switch (predicate.kind) {
    case 'all':
    case 'any':
      return predicate.of.flatMap((part) => boundsIn(part, value));
    case 'not':
      return boundsIn(predicate.of, value);
    case 'compare': {
      const { left, right } = predicate;
      const isBound = left.id === value && right.kind === 'literal';
      return isBound && (right.type === 'number' || right.type === 'date') ? [right] : [];
    }
    case 'constant':
    case 'oneOf':
    case 'text':
    case 'list':
    case 'present':
      return [];
  }
}
