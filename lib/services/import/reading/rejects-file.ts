import type { FileSpec } from '@/lib/contracts/import-mapping';
import { withGuard, withoutGuard } from '@/lib/values/formula-guard';
import { quoted } from './csv-record';

/** The columns of ours in front of the original ones in a file of rejected rows. */
export const REJECT_COLUMNS = ['tagloom_line', 'tagloom_column', 'tagloom_reason', 'tagloom_raw'] as const;

/** How such a file is written whatever the original was. */
export const rejectsFileSpec = {
  format: 'csv',
  encoding: 'utf-8',
  header: true,
  delimiter: ',',
  skip: 0,
  footerCells: 0,
  sheet: null,
} as const satisfies FileSpec;

const FIRST_LINE = REJECT_COLUMNS.join(',');

/** Whether a file begins as our own files of rejected rows do. `head` is its first hundred bytes or more. */
export function isRejectsFile(head: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(head.subarray(0, 200));
  return text.startsWith(FIRST_LINE);
}

/** One line of CSV, with the byte order mark in front of the first so that Excel reads it as UTF-8. */
export function rejectsLine(ours: readonly string[], cells: readonly string[]): string {
  return `${[...ours, ...cells].map((cell) => quoted(withGuard(cell), ',')).join(',')}\r\n`;
}

export function rejectsHeader(columns: readonly string[]): string {
  return `\ufeff${rejectsLine(REJECT_COLUMNS, columns)}`;
}

/** A row of such a file: its original cells, or the raw text of one that couldn't be split at first. */
export function mendedCells(cells: readonly string[]): { cells: string[] } | { raw: string } {
  const raw = withoutGuard(cells[REJECT_COLUMNS.length - 1] ?? '');
  const original = cells.slice(REJECT_COLUMNS.length).map(withoutGuard);
  return raw !== '' && original.every((cell) => cell === '') ? { raw } : { cells: original };
}
