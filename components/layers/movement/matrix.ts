import type { Flow, MovedValue } from '@/lib/contracts/movement';
import { type Direction, directionOf, type End, sum } from './flows';

export interface MatrixCell {
  to: End;
  n: number;
  /** Of the members that were in the row; 0 where there were none. */
  share: number;
  direction: Direction;
}

export interface MatrixRow {
  from: End;
  cells: MatrixCell[];
  total: number;
}

/** From which layer to which: a row for each before, a column for each after. */
export interface Matrix {
  columns: End[];
  rows: MatrixRow[];
  /** In the order of the columns. */
  totals: number[];
  total: number;
}

/** Rows and columns stand in the order of the layers; null, new or removed members, is last, where there are any. */
export function matrixOf(values: readonly MovedValue[], flows: readonly Flow[]): Matrix {
  const ends = (kept: (value: MovedValue) => boolean, side: 'from' | 'to'): End[] => [
    ...values.filter(kept).map(({ value }) => value),
    ...(sum(flows, { [side]: null }) > 0 ? [null] : []),
  ];
  const columns = ends(({ gone }) => !gone, 'to');
  const rows = ends(({ gone, value }) => !gone || sum(flows, { from: value }) > 0, 'from').map((from) => {
    const total = sum(flows, { from });
    return {
      from,
      total,
      cells: columns.map((to) => {
        const n = sum(flows, { from, to });
        return { to, n, share: total > 0 ? n / total : 0, direction: directionOf(values, { from, to }) };
      }),
    };
  });
  return { columns, rows, totals: columns.map((to) => sum(flows, { to })), total: sum(flows, {}) };
}
