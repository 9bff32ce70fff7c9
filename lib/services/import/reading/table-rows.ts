import type { FileSpec } from '@/lib/contracts/import-mapping';
import { cellText } from '@/lib/values/cell';
import { headerColumns, numberedColumns } from './columns';
import { quoted } from './csv-record';
import { FooterHolder } from './footer-holder';
import type { LeftOutCounter } from './left-out';
import type { ReadLimits } from './limits';
import { brokenRow, type Row } from './row';

/** Rows with a fixed number of columns: the first one names them, or says how many there are. */
export class TableRows {
  readonly columns: string[] = [];
  private readonly footer: FooterHolder;

  constructor(
    private readonly file: FileSpec,
    private readonly limits: ReadLimits,
    leftOut: LeftOutCounter,
  ) {
    this.footer = new FooterHolder(file.footerCells, leftOut);
  }

  accept(rows: readonly Row[]): Row[] {
    return rows.flatMap((row) => this.one(row));
  }

  /** What was held back as a possible footer is one. */
  end(): Row[] {
    this.footer.end();
    return [];
  }

  private one(row: Row): Row[] {
    const { columns, file, limits } = this;
    if (columns.length === 0 && !row.reason) {
      const n = row.cells.length;
      if (n > limits.columns) return [misfit(row, 'too-many-columns', limits.columns, file)];
      columns.push(...(file.header ? headerColumns(row.cells) : numberedColumns(n)));
      return file.header ? [] : this.footer.pass(row);
    }
    return this.footer
      .pass(row)
      .map((passed) => (passed.reason ? passed : fitted(passed, columns.length, file)));
  }
}

/** Excel leaves out empty cells at the end of a line, or adds some; in columns split by space nothing can be missing. */
export function fitted(row: Row, expected: number, file: FileSpec): Row {
  const n = row.cells.length;
  if (n === expected) return row;
  if (n < expected) {
    return file.format === 'whitespace' ? misfit(row, 'too-few-columns', expected, file) : row;
  }
  return row.cells.slice(expected).every((cell) => /^[ \t]*$/.test(cellText(cell)))
    ? { ...row, cells: row.cells.slice(0, expected) }
    : misfit(row, 'too-many-columns', expected, file);
}

/** The row goes back into one piece: which cell belongs where is for people to say. */
function misfit(
  row: Row,
  code: 'too-few-columns' | 'too-many-columns',
  expected: number,
  file: FileSpec,
): Row {
  return brokenRow(row.line, joined(row, file), code, { n: row.cells.length, expected });
}

function joined({ cells }: Row, { format, delimiter }: FileSpec): string {
  const texts = cells.map(cellText);
  if (format === 'whitespace') return texts.join(' ');
  const mark = format === 'csv' ? delimiter : '\t';
  return texts.map((text) => quoted(text, mark)).join(mark);
}
