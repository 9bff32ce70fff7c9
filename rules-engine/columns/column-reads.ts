import { calculate } from '../evaluate/arithmetic';
import type { Value } from '../evaluate/document';
import type { ArithmeticExpression, MonthDayExpression, PointsExpression } from '../ir/expression';
import type { ExpressionTable } from '../ir/visit';
import { monthDayOf } from '../time/zone';
import { aggregateValues } from './aggregate-values';
import { type Bits, hasBit } from './bitset';
import type { Column } from './column';
import { numbersOf } from './numbers-of';
import type { Reader } from './reader';
import { columnKey } from './rows';

/** What an expression is for all rows: a column, or one value. */
export type Values = Column | Numbers | { readonly kind: 'constant'; readonly value: Value };

/** Computed numbers and dates, NaN where empty. */
interface Numbers {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Values for every kind of expression. */
export const columnReads: ExpressionTable<Reader, Values> = {
  field: (field, { rows }) => {
    const column = rows.columns.get(columnKey(field));
    if (!column) throw new Error(`The column ${field.path} isn't loaded.`);
    return column;
  },
  literal: ({ value }) => ({ kind: 'constant', value }),
  aggregate: (aggregate, reader) => ({ kind: 'number', values: aggregateValues(aggregate, reader) }),
  arithmetic: arithmeticValues,
  points: pointsValues,
  monthDay: monthDayValues,
};

function arithmeticValues({ operator, left, right }: ArithmeticExpression, reader: Reader): Values {
  const a = reader.values(left);
  const b = reader.values(right);
  if (a.kind === 'constant' && b.kind === 'constant') {
    const known = typeof a.value === 'number' && typeof b.value === 'number';
    return { kind: 'constant', value: known ? calculate(operator, Number(a.value), Number(b.value)) : null };
  }
  const x = numbersOf(a, reader.rows.capacity);
  const y = numbersOf(b, reader.rows.capacity);
  const values = new Float64Array(x.length);
  // NaN is empty: it spreads by itself.
  for (let row = 0; row < values.length; row += 1) {
    values[row] = calculate(operator, x[row] ?? Number.NaN, y[row] ?? Number.NaN) ?? Number.NaN;
  }
  return { kind: 'number', values };
}

/** In the order of the terms, so that the sum is the same to the last bit. */
function pointsValues({ terms }: PointsExpression, reader: Reader): Values {
  const sum = new Float64Array(reader.rows.capacity);
  for (const term of terms) {
    if ('when' in term) addWhere(sum, reader.bits(term.when), term.points);
    else addWeighted(sum, numbersOf(reader.values(term.value), sum.length), term.weight);
  }
  return { kind: 'number', values: sum };
}

function addWhere(sum: Float64Array, where: Bits, points: number): void {
  for (let row = 0; row < sum.length; row += 1) if (hasBit(where, row)) sum[row] = (sum[row] ?? 0) + points;
}

function addWeighted(sum: Float64Array, values: Float64Array, weight: number): void {
  for (let row = 0; row < sum.length; row += 1) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) sum[row] = (sum[row] ?? 0) + value * weight;
  }
}

function monthDayValues({ of, timeZone }: MonthDayExpression, reader: Reader): Values {
  const at = reader.values(of);
  if (at.kind === 'constant') {
    return { kind: 'constant', value: typeof at.value === 'number' ? monthDayOf(at.value, timeZone) : null };
  }
  const values = numbersOf(at, reader.rows.capacity).slice();
  for (let row = 0; row < values.length; row += 1) {
    const instant = values[row] ?? Number.NaN;
    if (!Number.isNaN(instant)) values[row] = monthDayOf(instant, timeZone);
  }
  return { kind: 'number', values };
}
