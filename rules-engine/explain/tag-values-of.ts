import type { Value } from '../evaluate/document';
import type { Predicate } from '../ir/predicate';

/** Of all that is stored in a member's `tags`, the values of the one tag that the row asks about; null for no tag. */
export function tagValuesOf(predicate: Predicate, stored: Value): readonly string[] | null {
  const test = predicate.kind === 'not' ? predicate.of : predicate;
  if (test.kind !== 'list' || test.subject.path !== 'tags') return null;
  const key = `${test.values[0]?.split(':')[0] ?? ''}:`;
  const tags = stored !== null && typeof stored === 'object' ? stored : [];
  const own = tags.filter((tag) => tag.startsWith(key)).map((tag) => tag.slice(key.length));
  return own.length > 0 ? own : null;
}
