import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { Cell } from '@/lib/values/cell';

/** One row of a file; `line` is the first of its lines. Cells are in the order of the columns. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** Why the row couldn't be split into cells; then its text is the only cell. */
  readonly reason: ImportReason | null;
}

export interface RowChunk {
  readonly rows: Row[];
  /** Bytes of the file behind these rows. */
  readonly bytes: number;
}

/** A row that couldn't be split. */
export function brokenRow(
  line: number,
  text: string,
  code: ImportReason['code'],
  params: ImportReason['params'] = {},
): Row {
  return { line, cells: [text], reason: { code, column: null, params } };
}
