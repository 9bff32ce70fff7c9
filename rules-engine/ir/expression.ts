import type { Predicate } from './predicate';

/** Types of values; money and numbers are `number`, options are `text`. A `list` is a list of texts. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'list';

/**
 * An expression gives a value of its type or is *empty*. Every node has an `id`:
 * equal expressions are one object (intern.ts), so equality is identity.
 */
export type Expression =
  | FieldExpression
  | LiteralExpression
  | AggregateExpression
  | ArithmeticExpression
  | PointsExpression
  | MonthDayExpression;

/** A value at a path of the member, or of the event inside an aggregate's `where`. */
export interface FieldExpression {
  readonly id: number;
  readonly kind: 'field';
  readonly path: string;
  readonly type: ValueType;
}

/** A literal; dates are milliseconds since the epoch. */
export type LiteralExpression =
  | { readonly id: number; readonly kind: 'literal'; readonly type: 'text'; readonly value: string }
  | {
      readonly id: number;
      readonly kind: 'literal';
      readonly type: 'number' | 'date';
      readonly value: number;
    }
  | { readonly id: number; readonly kind: 'literal'; readonly type: 'boolean'; readonly value: boolean };

export type AggregateFunction =
  | 'count'
  | 'sum'
  | 'mean'
  | 'min'
  | 'max'
  | 'distinct'
  | 'distinctDays'
  | 'first'
  | 'last'
  | 'daysSinceLast'
  | 'meanDaysBetween';

/**
 * A value computed from the events of one type with `from <= at <= to` that satisfy `where`.
 * `count`, `sum`, `distinct` and `distinctDays` are 0 without events, the others are empty.
 */
export interface AggregateExpression {
  readonly id: number;
  readonly kind: 'aggregate';
  readonly type: 'number' | 'date';
  readonly fn: AggregateFunction;
  readonly eventType: string;
  /** The property that sum, mean, min, max and distinct read; null for the others. */
  readonly of: FieldExpression | null;
  /** Milliseconds, inclusive; null is unbounded. */
  readonly from: number | null;
  readonly to: number;
  readonly where: Predicate;
  /** Days are local days of this zone; `daysSinceLast` counts to `to`. */
  readonly timeZone: string;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/';

/** Empty when an operand is empty, when dividing by zero, and when the result isn't a number. */
export interface ArithmeticExpression {
  readonly id: number;
  readonly kind: 'arithmetic';
  readonly type: 'number';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** The sum of the points of the terms that hold, plus that of the weighted values; an empty value adds nothing. */
export interface PointsExpression {
  readonly id: number;
  readonly kind: 'points';
  readonly type: 'number';
  readonly terms: readonly PointsTerm[];
}

export type PointsTerm =
  | { readonly when: Predicate; readonly points: number }
  | { readonly value: Expression; readonly weight: number };

/** Month × 100 + day of a date in a zone: 229 is 29 February. */
export interface MonthDayExpression {
  readonly id: number;
  readonly kind: 'monthDay';
  readonly type: 'number';
  readonly of: Expression;
  readonly timeZone: string;
}
