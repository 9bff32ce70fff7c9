import type { FieldExpression, LiteralExpression, ValueType } from '../../ir/expression';
import type { Comparison, Predicate } from '../../ir/predicate';
import { documentScope, type MongoDocument, type MongoScope, parents } from './scope';
import { predicateExpression } from './to-expr';

/**
 * The body of a `$match` (or a `find` filter). What `find` operators can say exactly is said by them, so that an index
 * can serve it, and comes first; the rest follows as one `$expr`.
 */
export function toMatch(predicate: Predicate, scope: MongoScope = documentScope): MongoDocument {
  const parts = predicate.kind === 'all' ? predicate.of : [predicate];
  const found = parts.map((part) => ({ part, match: findOnly(part, scope) }));
  const matches = found.flatMap(({ match }) => (match ? [match] : []));
  const rest = found.flatMap(({ part, match }) => (match ? [] : [predicateExpression(part, scope)]));
  if (rest.length > 0) matches.push({ $expr: rest.length === 1 ? (rest[0] ?? true) : { $and: rest } });
  const [first] = matches;
  if (first === undefined) return {};
  return matches.length === 1 ? first : { $and: matches };
}

/** The conjuncts of a predicate that an index on one of `paths` can serve. */
export function indexable(predicate: Predicate, paths: ReadonlySet<string>): Predicate[] {
  const parts = predicate.kind === 'all' ? predicate.of : [predicate];
  return parts.filter((part) => {
    if (part.kind === 'compare')
      return part.left.kind === 'field' && part.right.kind === 'literal' && paths.has(part.left.path);
    if (part.kind === 'oneOf') return part.subject.kind === 'field' && paths.has(part.subject.path);
    return part.kind === 'list' && paths.has(part.subject.path);
  });
}

/** `find` operators that say exactly the predicate; null where only `$expr` can. */
function findOnly(predicate: Predicate, scope: MongoScope): MongoDocument | null {
  switch (predicate.kind) {
    case 'constant':
      return predicate.value ? {} : { _id: { $in: [] } };
    case 'all':
      return joined('$and', predicate.of, scope);
    case 'any':
      return joined('$or', predicate.of, scope);
    case 'not': {
      const of = findOnly(predicate.of, scope);
      return of && { $nor: [of] };
    }
    case 'compare': {
      const { left, right, comparison } = predicate;
      if (left.kind !== 'field' || right.kind !== 'literal') return null;
      return onScalar(left, scope, comparisonTest(comparison, right));
    }
    case 'oneOf':
      return predicate.subject.kind === 'field'
        ? onScalar(predicate.subject, scope, { $in: predicate.values })
        : null;
    case 'text':
      if (predicate.test !== 'startsWith') return null;
      return onScalar(predicate.subject, scope, { $regex: `^${escaped(predicate.value)}` });
    case 'list': {
      const { test, subject, values } = predicate;
      if (test === 'prefix') return null;
      const each = test === 'all' ? values.map((value) => [value]) : [values];
      return onList(
        subject,
        scope,
        each.map((some) => ({ $elemMatch: { $in: some } })),
      );
    }
    case 'present':
      return predicate.subject.kind === 'field' ? presence(predicate.subject, scope) : null;
  }
}

function joined(operator: '$and' | '$or', of: readonly Predicate[], scope: MongoScope): MongoDocument | null {
  const parts = of.map((part) => findOnly(part, scope));
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? { [operator]: known } : null;
}

function comparisonTest(comparison: Comparison, { type, value }: LiteralExpression): MongoDocument {
  const operand = type === 'date' ? new Date(value) : value;
  const test = { [`$${comparison}`]: operand };
  // NaN sorts below every number: `$lt` alone may let it in.
  if (type === 'number' && (comparison === 'lt' || comparison === 'lte'))
    return { ...test, $gte: Number.NEGATIVE_INFINITY };
  return test;
}

/** A test of one value: `find` would also look into arrays, here and in the parents, and take a decimal for a number. */
function onScalar(field: FieldExpression, scope: MongoScope, test: MongoDocument): MongoDocument {
  const others = field.type === 'number' ? ['array', 'decimal'] : ['array'];
  return guarded(field, scope, { ...test, $not: { $type: others } });
}

function onList(field: FieldExpression, scope: MongoScope, tests: readonly MongoDocument[]): MongoDocument {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return guarded(field, scope, only);
  return { $and: tests.map((test) => guarded(field, scope, test)) };
}

function guarded(field: FieldExpression, scope: MongoScope, test: MongoDocument): MongoDocument {
  return { [`${scope.root}${field.path}`]: test, ...noArrayAbove(field, scope) };
}

function noArrayAbove(field: FieldExpression, scope: MongoScope): MongoDocument {
  return Object.fromEntries(
    parents(field.path).map((parent) => [`${scope.root}${parent}`, { $not: { $type: 'array' } }]),
  );
}

const presenceTests: Record<Exclude<ValueType, 'list'>, MongoDocument> = {
  number: { $type: ['int', 'long', 'double'], $gte: Number.NEGATIVE_INFINITY },
  text: { $type: 'string' },
  boolean: { $type: 'bool' },
  date: { $type: 'date' },
};

function presence(field: FieldExpression, scope: MongoScope): MongoDocument {
  const { type } = field;
  if (type === 'list') {
    const path = `${scope.root}${field.path}`;
    return { [path]: { $type: 'array' }, [`${path}.0`]: { $exists: true }, ...noArrayAbove(field, scope) };
  }
  return onScalar(field, scope, presenceTests[type]);
}

/** A literal as a regular expression: users never write one. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
