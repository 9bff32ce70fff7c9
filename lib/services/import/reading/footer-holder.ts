import { cellText } from '@/lib/values/cell';
import type { LeftOutCounter } from './left-out';
import type { Row } from './row';

/** No file has so many lines of totals and notes: what is beyond is rows. */
const MOST_HELD = 1_000;

/**
 * Holds back rows with few filled cells until it is known whether a fuller one follows: then they are rows like the
 * others, otherwise the footer. A row that couldn't be split is never one.
 */
export class FooterHolder {
  private held: Row[] = [];

  constructor(
    private readonly cells: number,
    private readonly leftOut: LeftOutCounter,
  ) {}

  pass(row: Row): Row[] {
    if (this.cells === 0) return [row];
    this.held.push(row);
    if (row.reason === null && filledCells(row) <= this.cells) {
      return this.held.length > MOST_HELD ? this.held.splice(0, 1) : [];
    }
    const rows = this.held;
    this.held = [];
    return rows;
  }

  end(): void {
    for (const row of this.held)
      this.leftOut.add('after', row.line, row.cells.map(cellText).filter(isFilled).join('  '));
    this.held = [];
  }
}

/** Cells with something in them other than space. */
export function filledCells({ cells }: Pick<Row, 'cells'>): number {
  return cells.filter((cell) => isFilled(cellText(cell))).length;
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
