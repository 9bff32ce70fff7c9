import { type Cell, cellText } from '@/lib/values/cell';
import type { ReadLimits } from '../reading/limits';
import { tooLong } from '../reading/records';
import type { Row } from '../reading/row';
import { type CellContext, cellValue, type RawCell } from './cell-value';
import type { MergedCells } from './merged-cells';
import { columnOf } from './reference';
import { RichText } from './rich-text';
import { readXml } from './xml';

/** Columns that a sheet may have. */
const MOST_COLUMNS = 16_384;

/** The rows of a sheet that have anything in them, as they complete, with the bytes that were read for them. */
export async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  context: CellContext & { merged: MergedCells; limits: ReadLimits },
): AsyncGenerator<{ rows: Row[]; bytes: number }> {
  const reader = new SheetReader(context);
  for await (const read of readXml(bytes, reader)) yield { rows: reader.take(), bytes: read };
}

class SheetReader {
  private rows: Row[] = [];
  private line = 0;
  private column = -1;
  private cells: Cell[] = [];
  private characters = 0;
  private raw: RawCell | null = null;
  private value: string | null = null;
  private isInInline = false;
  private readonly inline = new RichText();

  constructor(private readonly context: CellContext & { merged: MergedCells; limits: ReadLimits }) {}

  /** The rows that have come since. */
  take(): Row[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, { r, t, s }: Readonly<Record<string, string>>): void {
    if (name === 'row') this.beginRow(r);
    else if (name === 'c') {
      this.column = r === undefined ? this.column + 1 : columnOf(r);
      this.raw = { type: t ?? 'n', style: Number(s ?? 0), value: null, inline: null, hasFormula: false };
    } else if (name === 'v') this.value = '';
    else if (name === 'f' && this.raw) this.raw.hasFormula = true;
    else if (name === 'is') {
      this.isInInline = true;
      this.inline.begin();
    } else if (this.isInInline) this.inline.open(name);
  }

  text(piece: string): void {
    this.characters += piece.length;
    // The row is refused then, and what is beyond isn't kept.
    if (this.characters > this.context.limits.lineLength) return;
    if (this.value !== null) this.value += piece;
    else if (this.isInInline) this.inline.add(piece);
  }

  close(name: string): void {
    if (this.isInInline) this.inline.close(name);
    if (name === 'v' && this.raw) {
      this.raw.value = this.value;
      this.value = null;
    } else if (name === 'is' && this.raw) {
      this.raw.inline = this.inline.value();
      this.isInInline = false;
    } else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  private beginRow(r: string | undefined): void {
    this.line = r === undefined ? this.line + 1 : Number(r);
    this.column = -1;
    this.cells = [];
    this.characters = 0;
  }

  private endCell(): void {
    const { raw, column } = this;
    this.raw = null;
    if (raw === null || column < 0 || column >= MOST_COLUMNS) return;
    while (this.cells.length < column) this.cells.push(undefined);
    this.cells[column] = cellValue(raw, this.context);
  }

  private endRow(): void {
    const { line, context } = this;
    for (const column of context.merged.coveredIn(line)) {
      while (this.cells.length <= column) this.cells.push(undefined);
      this.cells[column] = { unreadable: 'merged-cell', text: '' };
    }
    if (this.characters > context.limits.lineLength) this.rows.push(tooLong(line, context.limits));
    else if (this.cells.some((cell) => isFilled(cell)))
      this.rows.push({ line, cells: this.cells, reason: null });
  }
}

/** A cell of a formula without its result is empty to look at, and still something. */
function isFilled(cell: Cell): boolean {
  if (typeof cell === 'object' && 'unreadable' in cell) return cell.unreadable !== 'merged-cell';
  return cellText(cell).trim() !== '';
}
