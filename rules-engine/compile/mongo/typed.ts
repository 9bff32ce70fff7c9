import type { FieldExpression, ValueType } from '../../ir/expression';
import { type MongoDocument, type MongoScope, parents } from './scope';

/** The path itself; only where `isTyped` holds is it a value. */
export function bare(field: FieldExpression, scope: MongoScope): string {
  return `$${scope.root}${field.path}`;
}

/** True when the field holds a value of its declared type (an empty list counts here: it is an array). */
export function isTyped(field: FieldExpression, scope: MongoScope): MongoDocument {
  return typeTests[field.type](field, scope);
}

const typeTests: Record<ValueType, (field: FieldExpression, scope: MongoScope) => MongoDocument> = {
  number: (field, scope) => ({
    // The order of BSON puts NaN below every number, and `$gte` of a number above everything that isn't one or less.
    $and: [
      isOfType(field, scope, ['int', 'long', 'double']),
      { $gte: [bare(field, scope), Number.NEGATIVE_INFINITY] },
    ],
  }),
  text: (field, scope) => isOfType(field, scope, ['string']),
  boolean: (field, scope) => isOfType(field, scope, ['bool']),
  date: (field, scope) => isOfType(field, scope, ['date']),
  list: (field, scope) => ({
    // A dotted path below an array gathers an array of its own: that isn't the field.
    $and: [
      { $isArray: bare(field, scope) },
      ...parents(field.path).map((parent) => ({ $not: [{ $isArray: `$${scope.root}${parent}` }] })),
    ],
  }),
};

function isOfType(field: FieldExpression, scope: MongoScope, types: readonly string[]): MongoDocument {
  const type = { $type: bare(field, scope) };
  const [only] = types;
  return types.length === 1 && only !== undefined ? { $eq: [type, only] } : { $in: [type, types] };
}
