import type { FileSpec } from '@/lib/contracts/import-mapping';
import { cellText } from '../values/cell';
import { headerColumns, numberedColumns } from './columns';
import { quoted } from './csv-record';
import { JsonColumns, jsonRow } from './json-row';
import { defaultLimits, type ReadLimits } from './limits';
import { type Line, splitLines } from './lines';
import { type RecordSplitter, splitters } from './records';
import { mendedCells, REJECT_COLUMNS, rejectsFileSpec } from './rejects-file';
import { brokenRow, type Row, type RowChunk } from './row';

/** The rows of a file, and its columns: all of them after the first chunk; in NDJSON more may follow. */
export interface RowSource {
  readonly columns: readonly string[];
  readonly chunks: AsyncIterable<RowChunk>;
}

/** Turns lines into rows; `columns` grows as they become known. */
interface LineReader {
  readonly columns: readonly string[];
  push(line: Line): Row[];
  end(): Row[];
}

/**
 * Opens a file as rows. Every line that isn't empty and isn't the header ends up in exactly one row, if only in
 * one that says why it can't be read.
 * @param mended the file is one of ours with rejected rows: CSV whatever `file` says, which then splits raw lines
 */
export function openRows(
  source: AsyncIterable<Uint8Array>,
  file: FileSpec,
  { mended = false, limits = defaultLimits }: { mended?: boolean; limits?: ReadLimits } = {},
): RowSource {
  const reader = mended ? mendedReader(file, limits) : lineReader(file, limits);
  const encoding = mended ? rejectsFileSpec.encoding : file.encoding;
  return {
    get columns() {
      return reader.columns;
    },
    chunks: chunksOf(source, encoding, reader, limits),
  };
}

async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  encoding: FileSpec['encoding'],
  reader: LineReader,
  limits: ReadLimits,
): AsyncGenerator<RowChunk> {
  for await (const { lines, bytes } of splitLines(source, encoding, limits.lineLength)) {
    yield { rows: lines.flatMap((line) => reader.push(line)), bytes };
  }
  yield { rows: reader.end(), bytes: 0 };
}

function lineReader(file: FileSpec, limits: ReadLimits): LineReader {
  if (file.format !== 'ndjson') return tableReader(file, splitters[file.format](file, limits), limits);
  const columns = new JsonColumns();
  return {
    columns: columns.names,
    push: (line) => {
      const row = jsonRow(line, columns, limits);
      return row ? [row] : [];
    },
    end: () => [],
  };
}

/** Text with a fixed number of columns: the first row names them, or says how many there are. */
function tableReader(file: FileSpec, splitter: RecordSplitter, limits: ReadLimits): LineReader {
  const columns: string[] = [];
  const accept = (rows: Row[]): Row[] =>
    rows.flatMap((row) => {
      if (row.reason) return [row];
      if (columns.length > 0) return [fitted(row, columns.length, file)];
      if (row.cells.length > limits.columns) return [misfit(row, 'too-many-columns', limits.columns, file)];
      columns.push(...(file.header ? headerColumns(row.cells) : numberedColumns(row.cells.length)));
      return file.header ? [] : [row];
    });
  return { columns, push: (line) => accept(splitter.push(line)), end: () => accept(splitter.end()) };
}

/** Excel leaves out empty cells at the end of a line, or adds some; in columns split by space nothing can be missing. */
function fitted(row: Row, expected: number, file: FileSpec): Row {
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
  const mark = format === 'tsv' ? '\t' : delimiter;
  return texts.map((text) => quoted(text, mark)).join(mark);
}

/** Our own file of rejected rows: original columns after ours, and raw lines that are split as the original was. */
function mendedReader(original: FileSpec, limits: ReadLimits): LineReader {
  const table = lineReader(rejectsFileSpec, limits);
  const columns: string[] = [];
  const rawColumns = new JsonColumns();
  const splitRaw = (line: number, text: string): Row[] => {
    if (original.format === 'ndjson') {
      for (const name of columns) rawColumns.place(name, limits.columns);
      const row = jsonRow({ line, text }, rawColumns, limits);
      columns.push(...rawColumns.names.slice(columns.length));
      return row ? [row] : [];
    }
    const splitter = splitters[original.format](original, limits);
    return [...splitter.push({ line, text }), ...splitter.end()].map((row) =>
      row.reason ? row : fitted(row, columns.length, original),
    );
  };
  const accept = (rows: Row[]): Row[] => {
    if (columns.length === 0) columns.push(...table.columns.slice(REJECT_COLUMNS.length));
    return rows.flatMap((row) => {
      if (row.reason) return [row];
      const mended = mendedCells(row.cells.map(cellText));
      return 'raw' in mended ? splitRaw(row.line, mended.raw) : [{ ...row, cells: mended.cells }];
    });
  };
  return { columns, push: (line) => accept(table.push(line)), end: () => accept(table.end()) };
}
