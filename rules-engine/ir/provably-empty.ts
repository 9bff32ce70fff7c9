import { not } from './build-predicate';
import { exclude } from './disjoint';
import type { Predicate } from './predicate';

/** Comparisons of two tests; beyond this the answer isn't worth the search. */
const most = 50_000;

/** True when it shows from its form that the predicate holds for no member at all. False says nothing. */
export function isProvablyEmpty(predicate: Predicate): boolean {
  return isEmpty(predicate, { left: most });
}

/** True when it shows that whoever satisfies the first satisfies the second. False says nothing. */
export function provablyImplies(one: Predicate, other: Predicate): boolean {
  return contradict([...conjuncts(one), ...conjuncts(not(other))], { left: most });
}

interface Budget {
  left: number;
}

function isEmpty(predicate: Predicate, budget: Budget): boolean {
  switch (predicate.kind) {
    case 'constant':
      return !predicate.value;
    case 'any':
      return predicate.of.every((branch) => isEmpty(branch, budget));
    case 'all':
    case 'not':
      return contradict(conjuncts(predicate), budget);
    default:
      return false;
  }
}

/** Whether tests can't all hold: two exclude each other, or one offers branches each of which another one excludes. */
function contradict(tests: readonly Predicate[], budget: Budget): boolean {
  return tests.some((test, i) => {
    const others = [...tests.slice(0, i), ...tests.slice(i + 1)];
    return branches(test).every((branch) =>
      conjuncts(branch).some((part) =>
        others.some((other) => {
          budget.left -= 1;
          return budget.left > 0 && exclude(part, other);
        }),
      ),
    );
  });
}

/** What all have to hold; a negated disjunction is the negations of its parts. */
function conjuncts(predicate: Predicate): readonly Predicate[] {
  if (predicate.kind === 'all') return predicate.of.flatMap(conjuncts);
  if (predicate.kind === 'not' && predicate.of.kind === 'any')
    return predicate.of.of.map(not).flatMap(conjuncts);
  return [predicate];
}

/** Of which one has to hold; a negated conjunction is the negations of its parts. */
function branches(predicate: Predicate): readonly Predicate[] {
  if (predicate.kind === 'any') return predicate.of;
  if (predicate.kind === 'not' && predicate.of.kind === 'all') return predicate.of.of.map(not);
  return [predicate];
}
