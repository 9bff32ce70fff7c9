import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { Merge } from '@/lib/members/claim-plan';
import { cellText } from '@/lib/values/cell';
import type { Row } from '../reading/row';

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

/** A merge, with the line of its row. */
export type MergedRow = Omit<Merge, 'row'> & { line: number };

/** What came of a batch: every item is in exactly one of the first three. */
export interface BatchOutcome {
  accepted: number;
  duplicates: number;
  rejected: RejectedRow[];
  newMembers: number;
  /** Rows whose event is stored with another content: it was replaced (accepted) or stays (duplicates). */
  changed: number;
  merges: MergedRow[];
}

/** Writes a batch. Doing it again after a crash leaves the same documents. */
export type WriteBatch<T> = (items: readonly Item<T>[]) => Promise<BatchOutcome>;

/** A row of NDJSON has holes where it lacks a key: they are empty cells. */
export function rejectRow(row: Row, reasons: ImportReason[]): RejectedRow {
  return { line: row.line, cells: Array.from(row.cells, cellText), reasons };
}

export function nothingCameOf(): BatchOutcome {
  return { accepted: 0, duplicates: 0, rejected: [], newMembers: 0, changed: 0, merges: [] };
}

/** Merges of rows that are given by their places among the items. */
export function mergedRows(items: readonly Item<unknown>[], merges: readonly Merge[]): MergedRow[] {
  return merges.flatMap(({ row, ...merge }) => {
    const item = items[row];
    return item ? [{ ...merge, line: item.row.line }] : [];
  });
}
