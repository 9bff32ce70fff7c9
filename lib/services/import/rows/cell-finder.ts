import type { Cell } from '@/lib/values/cell';
import type { Row } from '../reading/row';

/** Gives the cell of a column in a row. Columns may become known while the file is read (NDJSON). */
export class CellFinder {
  private readonly places = new Map<string, number>();
  private seen = 0;

  constructor(private readonly columns: readonly string[]) {}

  cell(row: Row, column: string): Cell {
    for (; this.seen < this.columns.length; this.seen += 1)
      this.places.set(this.columns[this.seen] ?? '', this.seen);
    const place = this.places.get(column);
    return place === undefined ? undefined : row.cells[place];
  }
}
