import type { Cell } from '@/lib/values/cell';
import { exactNumber } from './exact-number';
import type { NumberFormat } from './number-formats';
import { unescaped } from './rich-text';
import { serialDate } from './serial-date';

/** A cell as its XML says it. */
export interface RawCell {
  /** `s` shared text, `str` text of a formula, `inlineStr`, `b`, `e` error, `d` ISO date, `n` or nothing: a number. */
  type: string;
  /** Number of its format. */
  style: number;
  /** What stands in `v`; null when there is none. */
  value: string | null;
  /** What stands in `is`. */
  inline: string | null;
  hasFormula: boolean;
}

export interface CellContext {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
}

/** What a reader of rows gets for a cell of a workbook: dates as ISO text without a zone, numbers with their digits. */
export function cellValue(raw: RawCell, { strings, formats, from1904 }: CellContext): Cell {
  const { type, value } = raw;
  if (type === 'inlineStr') return raw.inline ?? undefined;
  if (value === null) return raw.hasFormula ? { unreadable: 'formula-without-value', text: '' } : undefined;
  if (type === 's') return strings[Number(value)];
  if (type === 'str') return unescaped(value);
  if (type === 'd') return value;
  if (type === 'b') return { literal: 'boolean', text: value.trim() === '1' ? 'true' : 'false' };
  if (type === 'e') return { unreadable: 'spreadsheet-error', text: value };
  const text = exactNumber(value);
  if (text === null) return value;
  return numberCell(text, formats[raw.style], from1904);
}

function numberCell(text: string, format: NumberFormat | undefined, from1904: boolean): Cell {
  if (format?.kind === 'zeros' && /^\d+$/.test(text)) {
    return { literal: 'number', text: text.padStart(format.digits, '0') };
  }
  // A date that isn't one stays the number that it is, for the readers of dates to refuse.
  const date = format?.kind === 'date' ? serialDate(Number(text), { from1904, ...format }) : null;
  return date ?? { literal: 'number', text };
}
