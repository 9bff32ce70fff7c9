import { columnOf, rowOf } from './reference';

/** A range of cells merged over several rows: columns from 0, rows from 1, both ends included. */
interface Range {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const END = 'sheetData>';
/** What may follow the cells of a sheet and be looked through. */
const MOST_AFTER = 16_777_216;

/**
 * The cells of a sheet that only look filled because the one above was merged with them. Which they are stands behind
 * all rows in the file, so that is read first.
 */
export class MergedCells {
  private next = 0;
  private open: Range[] = [];

  /** By their first row. */
  private constructor(private readonly ranges: readonly Range[]) {}

  static async read(bytes: AsyncIterable<Uint8Array>): Promise<MergedCells> {
    let rest = '';
    let isAfter = false;
    for await (const chunk of bytes) {
      // Names and references are ASCII.
      rest += Buffer.from(chunk).toString('latin1');
      if (!isAfter) {
        const end = rest.lastIndexOf(`/${END}`);
        const prefixed = rest.search(/<\/\w+:sheetData>/);
        const at = end >= 0 ? end : prefixed;
        isAfter = at >= 0;
        rest = isAfter ? rest.slice(at) : rest.slice(-64);
      }
      if (rest.length > MOST_AFTER) break;
    }
    return new MergedCells(isAfter ? rangesOf(rest) : []);
  }

  /** Columns whose cell in this row is covered by one of a row above. Rows are asked for in their order. */
  coveredIn(row: number): number[] {
    const columns: number[] = [];
    for (let range = this.ranges[this.next]; range && range.top < row; range = this.ranges[this.next]) {
      this.open.push(range);
      this.next += 1;
    }
    this.open = this.open.filter(({ bottom }) => bottom >= row);
    for (const { left, right } of this.open) {
      for (let column = left; column <= right; column += 1) columns.push(column);
    }
    return columns;
  }
}

function rangesOf(xml: string): Range[] {
  const found = xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g);
  const ranges = [...found].map(([, from = '', to = '']) => ({
    left: columnOf(from),
    right: columnOf(to),
    top: rowOf(from),
    bottom: rowOf(to),
  }));
  return ranges.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top);
}
