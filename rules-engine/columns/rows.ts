import type { FieldExpression } from '../ir/expression';
import type { Bits } from './bitset';
import type { Column } from './column';
import type { EventRows } from './event-rows';

/** A table of columns: members by `ord`, or the events of one type. */
export interface Rows {
  /** Rows that there is room for, a multiple of 32; all columns have as many. */
  readonly capacity: number;
  /** Rows that are somebody. */
  readonly alive: Bits;
  /** By `columnKey`. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Of what isn't in a column: the capacity, and in a table of events its rows. */
  readonly version: number;
}

export interface MemberRows extends Rows {
  /** Grows whenever somebody comes or goes. */
  readonly aliveVersion: number;
  /** By type of event. */
  readonly events: ReadonlyMap<string, EventRows>;
}

export function columnKey({ type, path }: Pick<FieldExpression, 'type' | 'path'>): string {
  return `${type} ${path}`;
}
