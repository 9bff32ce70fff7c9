import type {
  AggregateExpression,
  ArithmeticExpression,
  Expression,
  LiteralExpression,
  MonthDayExpression,
  PointsExpression,
} from '../../ir/expression';
import type {
  ComparePredicate,
  Comparison,
  OneOfPredicate,
  Predicate,
  PresentPredicate,
} from '../../ir/predicate';
import { listExpression, textExpression } from './element-tests';
import { literal, type MongoDocument, type MongoScope, type MongoValue } from './scope';
import { bare, isTyped } from './typed';

/** `$expr` of a predicate: true or false on every document. */
export function predicateExpression(predicate: Predicate, scope: MongoScope): MongoValue {
  switch (predicate.kind) {
    case 'constant':
      return predicate.value;
    case 'all':
      return { $and: predicate.of.map((part) => predicateExpression(part, scope)) };
    case 'any':
      return { $or: predicate.of.map((part) => predicateExpression(part, scope)) };
    case 'not':
      return { $not: [predicateExpression(predicate.of, scope)] };
    case 'compare':
      return compareExpression(predicate, scope);
    case 'oneOf':
      return oneOfExpression(predicate, scope);
    case 'text':
      return textExpression(predicate, scope);
    case 'list':
      return listExpression(predicate, scope);
    case 'present':
      return presentExpression(predicate, scope);
  }
}

const comparisons: Record<Comparison, string> = { eq: '$eq', lt: '$lt', lte: '$lte', gt: '$gt', gte: '$gte' };

function compareExpression({ comparison, left, right }: ComparePredicate, scope: MongoScope): MongoDocument {
  const test = { [comparisons[comparison]]: [operand(left, scope), operand(right, scope)] };
  const guards = [left, right].flatMap((side) => guard(side, scope));
  return guards.length === 0 ? test : { $and: [...guards, test] };
}

function oneOfExpression({ subject, values }: OneOfPredicate, scope: MongoScope): MongoDocument {
  return { $and: [...guard(subject, scope), { $in: [operand(subject, scope), literal(values)] }] };
}

/** A side of a test: a field bare, since its guard stands beside it. */
function operand(expression: Expression, scope: MongoScope): MongoValue {
  return expression.kind === 'field' ? bare(expression, scope) : valueExpression(expression, scope);
}

/** What must hold so that a test of the value isn't decided by the order of BSON types. */
function guard(expression: Expression, scope: MongoScope): MongoDocument[] {
  if (expression.kind === 'literal') return [];
  if (expression.kind === 'field') return [isTyped(expression, scope)];
  return [{ $ne: [valueExpression(expression, scope), null] }];
}

function presentExpression({ subject }: PresentPredicate, scope: MongoScope): MongoValue {
  if (subject.kind !== 'field') return { $ne: [valueExpression(subject, scope), null] };
  if (subject.type !== 'list') return isTyped(subject, scope);
  return { $cond: [isTyped(subject, scope), { $gt: [{ $size: bare(subject, scope) }, 0] }, false] };
}

/** `$expr` of a value: null when it is empty, whatever the document holds. */
export function valueExpression(expression: Expression, scope: MongoScope): MongoValue {
  switch (expression.kind) {
    case 'field':
      return { $cond: [isTyped(expression, scope), bare(expression, scope), null] };
    case 'literal':
      return literalValue(expression);
    case 'aggregate':
      return `$${aggregatePath(expression, scope)}`;
    case 'arithmetic':
      return arithmeticValue(expression, scope);
    case 'points':
      return pointsValue(expression, scope);
    case 'monthDay':
      return monthDayValue(expression, scope);
  }
}

function literalValue(expression: LiteralExpression): MongoValue {
  if (expression.type === 'text') return literal(expression.value);
  return expression.type === 'date' ? new Date(expression.value) : expression.value;
}

function aggregatePath(aggregate: AggregateExpression, scope: MongoScope): string {
  const path = scope.aggregates.get(aggregate.id);
  if (path === undefined)
    throw new Error('An event aggregate is read where none was computed: use selectMembers.');
  return path;
}

const arithmeticNames = { '+': '$add', '-': '$subtract', '*': '$multiply' } as const;

/** MongoDB's arithmetic on null is null; what isn't a number (∞ − ∞) is empty too. */
function arithmeticValue(expression: ArithmeticExpression, scope: MongoScope): MongoValue {
  const left = valueExpression(expression.left, scope);
  const right = valueExpression(expression.right, scope);
  // Doubles on both sides: integers of MongoDB would overflow, and divide, by rules of their own. The zero is taken out where
  // it stands: FerretDB works constants out beforehand, also in a branch that is never taken.
  const result: MongoDocument =
    expression.operator === '/'
      ? { $divide: [left, { $cond: [{ $eq: [right, 0] }, null, right] }] }
      : { [arithmeticNames[expression.operator]]: [asDouble(left), right] };
  return numberOrEmpty(result);
}

/** A whole number of ours travels as an integer: it has to be told as well. */
function asDouble(value: MongoValue): MongoValue {
  return { $toDouble: value };
}

function pointsValue(expression: PointsExpression, scope: MongoScope): MongoValue {
  const terms = expression.terms.map((term): MongoValue => {
    if ('when' in term) return { $cond: [predicateExpression(term.when, scope), term.points, 0] };
    return { $ifNull: [{ $multiply: [asDouble(valueExpression(term.value, scope)), term.weight] }, 0] };
  });
  return numberOrEmpty({ $add: [0, ...terms] });
}

/** NaN (∞ − ∞, 0 × ∞) is empty; nothing else is below every number. */
function numberOrEmpty(result: MongoValue): MongoValue {
  return {
    $let: { vars: { n: result }, in: { $cond: [{ $gte: ['$$n', Number.NEGATIVE_INFINITY] }, '$$n', null] } },
  };
}

function monthDayValue(expression: MonthDayExpression, scope: MongoScope): MongoValue {
  const parts = { date: '$$at', timezone: expression.timeZone };
  return {
    $let: {
      vars: { at: valueExpression(expression.of, scope) },
      in: {
        $cond: [
          { $eq: [{ $type: '$$at' }, 'date'] },
          { $add: [{ $multiply: [{ $month: parts }, 100] }, { $dayOfMonth: parts }] },
          null,
        ],
      },
    },
  };
}
