import type { ImportReasonCode } from '@/lib/contracts/import-reasons';

/** A cell that can't be a value, whatever it is mapped to: an object, a number that lost digits. */
export interface UnreadableCell {
  readonly unreadable: ImportReasonCode;
  /** As it stood in the file. */
  readonly text: string;
}

/** What a reader gives for one column of one row: a text, a list (NDJSON only), or nothing. */
export type Cell = string | readonly string[] | UnreadableCell | undefined;

/** The cell as it is shown and as it goes into the file of rejected rows. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return 'unreadable' in cell ? cell.text : JSON.stringify(cell);
}
