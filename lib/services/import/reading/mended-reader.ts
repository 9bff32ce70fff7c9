import type { FileSpec } from '@/lib/contracts/import-mapping';
import { cellText } from '@/lib/values/cell';
import { JsonColumns, jsonRow } from './json-row';
import { LeftOutCounter } from './left-out';
import type { ReadLimits } from './limits';
import { splitters } from './records';
import { mendedCells, REJECT_COLUMNS, rejectsFileSpec } from './rejects-file';
import type { Row } from './row';
import { byLines, lineReader, type TextReader } from './row-reader';
import { fitted } from './table-rows';

/** Our own file of rejected rows: original columns after ours, and raw lines that are split as the original was. */
export function mendedReader(original: FileSpec, limits: ReadLimits): TextReader {
  const nothing = new LeftOutCounter();
  const table = byLines(lineReader(rejectsFileSpec, limits, nothing), rejectsFileSpec, limits, nothing);
  const columns: string[] = [];
  const splitRaw = rawSplitter(original, columns, limits);
  const accept = (rows: readonly Row[]): Row[] => {
    if (columns.length === 0) columns.push(...table.columns.slice(REJECT_COLUMNS.length));
    return rows.flatMap((row) => {
      if (row.reason) return [row];
      const mended = mendedCells(row.cells.map(cellText));
      return 'raw' in mended ? splitRaw(row.line, mended.raw) : [{ ...row, cells: mended.cells }];
    });
  };
  return { columns, push: (text) => accept(table.push(text)), end: () => accept(table.end()) };
}

function rawSplitter(
  original: FileSpec,
  columns: string[],
  limits: ReadLimits,
): (line: number, text: string) => Row[] {
  if (original.format === 'ndjson' || original.format === 'json') {
    const known = new JsonColumns();
    return (line, text) => {
      for (const name of columns) known.place(name, limits.columns);
      const row = jsonRow({ line, text }, known, limits);
      columns.push(...known.names.slice(columns.length));
      return row ? [row] : [];
    };
  }
  // A row of a workbook that had too many cells was put together with tabs.
  const format = original.format === 'xlsx' ? 'tsv' : original.format;
  return (line, text) => {
    const splitter = splitters[format](original, limits);
    return [...splitter.push({ line, text, end: '' }), ...splitter.end()].map((row) =>
      row.reason ? row : fitted(row, columns.length, { ...original, format }),
    );
  };
}
