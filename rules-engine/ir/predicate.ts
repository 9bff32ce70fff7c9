import type { Expression, FieldExpression } from './expression';

export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';
export type TextTest = 'contains' | 'startsWith' | 'endsWith';
/** `any` and `all` compare whole elements; `prefix`: an element starts with the one value. */
export type ListTest = 'any' | 'all' | 'prefix';

/**
 * A predicate is two-valued on every document. Any test of an empty value is false; `not` is classical.
 * Equal predicates are one object (intern.ts).
 */
export type Predicate =
  | ConstantPredicate
  | AllPredicate
  | AnyPredicate
  | NotPredicate
  | ComparePredicate
  | OneOfPredicate
  | TextPredicate
  | ListPredicate
  | PresentPredicate;

export type PredicateKind = Predicate['kind'];

export interface ConstantPredicate {
  readonly id: number;
  readonly kind: 'constant';
  readonly value: boolean;
}

export interface AllPredicate {
  readonly id: number;
  readonly kind: 'all';
  readonly of: readonly Predicate[];
}

export interface AnyPredicate {
  readonly id: number;
  readonly kind: 'any';
  readonly of: readonly Predicate[];
}

export interface NotPredicate {
  readonly id: number;
  readonly kind: 'not';
  readonly of: Predicate;
}

/** Both sides have one type. Only numbers and dates have an order; a list is never compared. */
export interface ComparePredicate {
  readonly id: number;
  readonly kind: 'compare';
  readonly comparison: Comparison;
  readonly left: Expression;
  readonly right: Expression;
}

export interface OneOfPredicate {
  readonly id: number;
  readonly kind: 'oneOf';
  readonly subject: Expression;
  readonly values: readonly (string | number)[];
}

export interface TextPredicate {
  readonly id: number;
  readonly kind: 'text';
  readonly test: TextTest;
  readonly subject: FieldExpression;
  readonly value: string;
}

export interface ListPredicate {
  readonly id: number;
  readonly kind: 'list';
  readonly test: ListTest;
  readonly subject: FieldExpression;
  readonly values: readonly string[];
}

/** The value isn't empty; an empty list is. */
export interface PresentPredicate {
  readonly id: number;
  readonly kind: 'present';
  readonly subject: Expression;
}
