import type { ImportReasonCode } from '@/lib/contracts/import-reasons';

/** A cell that can't be a value, whatever it is mapped to: an object, a list of lists. */
export interface UnreadableCell {
  readonly unreadable: ImportReasonCode;
  /** As it stood in the file. */
  readonly text: string;
}

/**
 * A number or a truth value of a file that knows more than texts (JSON, workbooks). A number has exactly the digits
 * of the file: what a double would make of them is for whoever reads the value.
 */
export interface LiteralCell {
  readonly literal: 'number' | 'boolean';
  /** `2208812345678901233`, `1e21`, `11.770`, `true`. */
  readonly text: string;
}

/** What a reader gives for one column of one row: a text, a list of texts (JSON only), a literal, or nothing. */
export type Cell = string | readonly string[] | LiteralCell | UnreadableCell | undefined;

/** The cell as it is shown and as it goes into the file of rejected rows. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return isList(cell) ? JSON.stringify(cell) : cell.text;
}

export function isList(cell: Cell): cell is readonly string[] {
  return Array.isArray(cell);
}

export function isLiteral(cell: Cell): cell is LiteralCell {
  return typeof cell === 'object' && 'literal' in cell;
}
