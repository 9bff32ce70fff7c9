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
  if (of.length === 1) return first;
  return intern(`${kind} ${of.map((p) => p.id).join(' ')}`, (id): AllPredicate | AnyPredicate => ({
    id,
    kind,
    of,
  }));
}

/**
 * What a decision tree makes all the time: both branches of a condition united, `(p and c) or (p and not c)`, is `p`.
 * Without this the predicates of a tree that forks and joins would double at every level.
 */
function absorbed(kind: 'all' | 'any', parts: Predicate[]): Predicate[] {
  if (kind === 'all') return parts;
  for (const [i, a] of parts.entries()) {
    for (const b of parts.slice(i + 1)) {
      const united = complementary(a, b);
      if (united) return absorbed(kind, [...parts.filter((p) => p !== a && p !== b), united]);
    }
  }
  return parts;
}

function complementary(a: Predicate, b: Predicate): Predicate | null {
  const left = conjuncts(a);
  const right = conjuncts(b);
  if (left.length !== right.length) return null;
  const onlyLeft = left.filter((p) => !right.includes(p));
  const onlyRight = right.filter((p) => !left.includes(p));
  const [p] = onlyLeft;
  const [q] = onlyRight;
  if (onlyLeft.length !== 1 || onlyRight.length !== 1 || p === undefined || q === undefined) return null;
  return not(p) === q ? all(left.filter((part) => part !== p)) : null;
}

function conjuncts(p: Predicate): readonly Predicate[] {
  return p.kind === 'all' ? p.of : [p];
}
