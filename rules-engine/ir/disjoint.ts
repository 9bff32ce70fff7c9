import type { Predicate } from './predicate';

/**
 * True when it shows from their form that no member satisfies both: a part of one is the negation of a part of the
 * other, as in the branches of a decision tree. False says nothing.
 */
export function areDisjoint(a: Predicate, b: Predicate): boolean {
  const parts = new Set(conjuncts(b));
  const negated = new Set(conjuncts(b).map((part) => (part.kind === 'not' ? part.of : null)));
  return conjuncts(a).some((part) => negated.has(part) || (part.kind === 'not' && parts.has(part.of)));
}

function conjuncts(predicate: Predicate): readonly Predicate[] {
  return predicate.kind === 'all' ? predicate.of : [predicate];
}
