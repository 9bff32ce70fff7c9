import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { Row } from '../reading/row';
import { cellText } from '../values/cell';

/** A row that was read; `row` stays with it in case it is rejected later. */
export interface Item<T> {
  row: Row;
  value: T;
}

export interface RejectedRow {
  line: number;
  cells: string[];
  reasons: ImportReason[];
}

/** What came of a batch: every item is in exactly one of the three. */
export interface BatchOutcome {
  accepted: number;
  duplicates: number;
  rejected: RejectedRow[];
  newMembers: number;
}

/** Writes a batch. Doing it again after a crash leaves the same documents. */
export type WriteBatch<T> = (items: readonly Item<T>[]) => Promise<BatchOutcome>;

/** A row of NDJSON has holes where it lacks a key: they are empty cells. */
export function rejectRow(row: Row, reasons: ImportReason[]): RejectedRow {
  return { line: row.line, cells: Array.from(row.cells, cellText), reasons };
}
