import type { Expression, FieldExpression } from './expression';
import { intern } from './intern';
import type {
  AllPredicate,
  AnyPredicate,
  Comparison,
  ConstantPredicate,
  ListTest,
  Predicate,
  TextTest,
} from './predicate';

/** The constant true is the empty conjunction, the constant false the empty disjunction. */
export function constant(value: boolean): ConstantPredicate {
  return intern(`constant ${value}`, (id) => ({ id, kind: 'constant', value }));
}

export const always = constant(true);
export const never = constant(false);

/** Conjunction; flattened, without repeats, decided where a part decides it. */
export function all(parts: readonly Predicate[]): Predicate {
  return junction('all', parts);
}

/** Disjunction; flattened, without repeats, decided where a part decides it. */
export function any(parts: readonly Predicate[]): Predicate {
  return junction('any', parts);
}

export function not(of: Predicate): Predicate {
  if (of.kind === 'constant') return constant(!of.value);
  if (of.kind === 'not') return of.of;
  return intern(`not ${of.id}`, (id) => ({ id, kind: 'not', of }));
}

export function compare(comparison: Comparison, left: Expression, right: Expression): Predicate {
  return intern(`compare ${comparison} ${left.id} ${right.id}`, (id) => ({
    id,
    kind: 'compare',
    comparison,
    left,
    right,
  }));
}

export function oneOf(subject: Expression, values: readonly (string | number)[]): Predicate {
  if (values.length === 0) return never;
  return intern(`oneOf ${subject.id} ${JSON.stringify(values)}`, (id) => ({
    id,
    kind: 'oneOf',
    subject,
    values,
  }));
}

export function textTest(test: TextTest, subject: FieldExpression, value: string): Predicate {
  return intern(`text ${test} ${subject.id} ${value}`, (id) => ({ id, kind: 'text', test, subject, value }));
}

/** `all` of no value is false, as `any` is. */
export function listTest(test: ListTest, subject: FieldExpression, values: readonly string[]): Predicate {
  if (values.length === 0) return never;
  return intern(`list ${test} ${subject.id} ${JSON.stringify(values)}`, (id) => ({
    id,
    kind: 'list',
    test,
    subject,
    values,
  }));
}

export function present(subject: Expression): Predicate {
  if (subject.kind === 'literal') return always;
  return intern(`present ${subject.id}`, (id) => ({ id, kind: 'present', subject }));
}

function junction(kind: 'all' | 'any', parts: readonly Predicate[]): Predicate {
  const neutral = kind === 'all';
  const distinct = new Map<number, Predicate>();
  for (const part of parts.flatMap((p) => (p.kind === kind ? p.of : [p]))) {
    if (part.kind === 'constant') {
      if (part.value !== neutral) return part;
    } else distinct.set(part.id, part);
  }
  for (const part of distinct.values())
    if (part.kind === 'not' && distinct.has(part.of.id)) return constant(!neutral);
  const of = absorbed(kind, [...distinct.values()]);
  const [first] = of;
  if (first === undefined) return constant(neutral);
  return of.length === 1 ? first : rejoined(kind, of);
}

/** The parts of a conjunction or disjunction that was built here or elsewhere: nothing is left to simplify. */
export function rejoined(kind: 'all' | 'any', of: readonly Predicate[]): Predicate {
  return intern(`${kind} ${of.map((p) => p.id).join(' ')}`, (id): AllPredicate | AnyPredicate => ({
    id,
    kind,
    of,
  }));
}

/**
 * What a decision tree makes all the time: both branches of a condition united, `(p and c) or (p and not c)`, is `p`.
 * Without this the predicates of a tree that forks and joins would double at every level. Parts that differ in the
 * sign of one condition are found by what is left of them without it, in one pass.
 */
function absorbed(kind: 'all' | 'any', parts: Predicate[]): Predicate[] {
  if (kind === 'all' || parts.length < 2) return parts;
  const kept = new Set<Predicate>();
  const byRest = new Map<string, Predicate[]>();
  const pending = [...parts];
  for (const part of pending) {
    if (kept.has(part)) continue;
    const found = partner(part, kept, byRest);
    if (!found) {
      kept.add(part);
      for (const key of restKeys(part)) byRest.set(key, [...(byRest.get(key) ?? []), part]);
      continue;
    }
    kept.delete(found.other);
    const united = all(conjuncts(part).filter((condition) => condition !== found.without));
    if (united.kind === 'constant') return [united];
    pending.push(...(united.kind === 'any' ? united.of : [united]));
  }
  return [...kept];
}

function partner(
  part: Predicate,
  kept: ReadonlySet<Predicate>,
  byRest: ReadonlyMap<string, readonly Predicate[]>,
): { other: Predicate; without: Predicate } | null {
  const own = conjuncts(part);
  const keys = restKeys(part);
  for (const [i, without] of own.entries()) {
    for (const other of byRest.get(keys[i] ?? '') ?? []) {
      if (kept.has(other) && differOnlyIn(without, own, conjuncts(other))) return { other, without };
    }
  }
  return null;
}

/** For each condition of a part: how many there are, the sum of the others' ids, and which one it is, but its sign. */
function restKeys(part: Predicate): string[] {
  const own = conjuncts(part);
  const sum = own.reduce((total, { id }) => total + id, 0);
  return own.map((condition) => {
    const { id } = condition.kind === 'not' ? condition.of : condition;
    return `${own.length} ${sum - condition.id} ${id}`;
  });
}

function differOnlyIn(without: Predicate, a: readonly Predicate[], b: readonly Predicate[]): boolean {
  const others = new Set(b);
  return others.has(not(without)) && a.every((condition) => condition === without || others.has(condition));
}

function conjuncts(p: Predicate): readonly Predicate[] {
  return p.kind === 'all' ? p.of : [p];
}
