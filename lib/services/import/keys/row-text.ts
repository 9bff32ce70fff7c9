import { cellText } from '@/lib/values/cell';
import type { Row } from '../reading/row';

/**
 * A row as one text, whatever the mapping makes of it: what is in each column, columns by name. The order of the columns,
 * the encoding and the format don't matter, and an empty cell is none; so a row of NDJSON without a key is the row with it
 * empty, also when the column only turns up later.
 */
export class RowText {
  private order: { name: string; place: number }[] = [];

  /** `columns` may grow while the file is read. */
  constructor(private readonly columns: readonly string[]) {}

  of(row: Row): string {
    if (this.order.length !== this.columns.length) this.sort();
    const parts: string[] = [];
    for (const { name, place } of this.order) {
      const text = cellText(row.cells[place]).trim();
      if (text !== '') parts.push(name, text);
    }
    return JSON.stringify(parts);
  }

  private sort(): void {
    this.order = this.columns
      .map((name, place) => ({ name, place }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
}
