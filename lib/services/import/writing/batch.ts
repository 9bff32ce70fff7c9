import type { ImportReason } from '@/lib/contracts/import-reasons';

/** A row that was read, with what it takes to reject it later. */
export interface Item<T> {
  line: number;
  /** The row as it was, for the file of rejected rows. */
  cells: string[];
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

export function rejectItem<T>({ line, cells }: Item<T>, reason: ImportReason): RejectedRow {
  return { line, cells, reasons: [reason] };
}
