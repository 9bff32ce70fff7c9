import type {
  AggregateExpression,
  ArithmeticExpression,
  ArithmeticOperator,
  Expression,
  FieldExpression,
  LiteralExpression,
  MonthDayExpression,
  PointsExpression,
  PointsTerm,
  ValueType,
} from './expression';
import { intern } from './intern';

/** A path of the catalogue and the type declared there. */
export function field(path: string, type: ValueType): FieldExpression {
  return intern(`field ${type} ${path}`, (id) => ({ id, kind: 'field', path, type }));
}

export function text(value: string): LiteralExpression {
  return intern(`literal text ${value}`, (id) => ({ id, kind: 'literal', type: 'text', value }));
}

export function number(value: number): LiteralExpression {
  return intern(`literal number ${value}`, (id) => ({ id, kind: 'literal', type: 'number', value }));
}

/** `value` in milliseconds since the epoch. */
export function date(value: number): LiteralExpression {
  return intern(`literal date ${value}`, (id) => ({ id, kind: 'literal', type: 'date', value }));
}

export function boolean(value: boolean): LiteralExpression {
  return intern(`literal boolean ${value}`, (id) => ({ id, kind: 'literal', type: 'boolean', value }));
}

export function aggregate(parts: Omit<AggregateExpression, 'id' | 'kind' | 'type'>): AggregateExpression {
  const { fn, eventType, of, from, to, where, timeZone } = parts;
  const type =
    fn === 'first' || fn === 'last'
      ? 'date'
      : of?.type === 'date' && (fn === 'min' || fn === 'max')
        ? 'date'
        : 'number';
  const key = JSON.stringify(['aggregate', fn, eventType, of?.id ?? null, from, to, where.id, timeZone]);
  return intern(key, (id) => ({ id, kind: 'aggregate', type, fn, eventType, of, from, to, where, timeZone }));
}

export function arithmetic(
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
): ArithmeticExpression {
  return intern(`arithmetic ${operator} ${left.id} ${right.id}`, (id) => ({
    id,
    kind: 'arithmetic',
    type: 'number',
    operator,
    left,
    right,
  }));
}

export function points(terms: readonly PointsTerm[]): PointsExpression {
  const key = terms.map((term) =>
    'when' in term ? `when ${term.when.id} ${term.points}` : `value ${term.value.id} ${term.weight}`,
  );
  return intern(`points ${key.join(' ')}`, (id) => ({ id, kind: 'points', type: 'number', terms }));
}

export function monthDay(of: Expression, timeZone: string): MonthDayExpression {
  return intern(`monthDay ${of.id} ${timeZone}`, (id) => ({
    id,
    kind: 'monthDay',
    type: 'number',
    of,
    timeZone,
  }));
}
