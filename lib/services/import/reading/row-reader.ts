import type { FileSpec } from '@/lib/contracts/import-mapping';
import { JsonColumns, jsonRow } from './json-row';
import { JsonTexts } from './json-texts';
import type { LeftOutCounter } from './left-out';
import type { ReadLimits } from './limits';
import { type Line, LineSplitter } from './lines';
import { splitters } from './records';
import { brokenRow, type Row } from './row';
import { TableRows } from './table-rows';

/** Turns lines into rows; `columns` grows as they become known. */
export interface LineReader {
  readonly columns: readonly string[];
  push(line: Line): Row[];
  end(): Row[];
}

/** Turns decoded text, piece by piece, into rows. */
export interface TextReader {
  readonly columns: readonly string[];
  push(text: string): Row[];
  end(): Row[];
}

/** How a text is read. */
export type TextSpec = Omit<FileSpec, 'format'> & { format: Exclude<FileSpec['format'], 'xlsx'> };
type LineSpec = Omit<FileSpec, 'format'> & { format: Exclude<TextSpec['format'], 'json'> };

/** The reader of a text by its format. */
export function textReader(file: TextSpec, limits: ReadLimits, leftOut: LeftOutCounter): TextReader {
  const { format } = file;
  return format === 'json'
    ? jsonReader(limits)
    : byLines(lineReader({ ...file, format }, limits, leftOut), file, limits, leftOut);
}

/** Splits the text into lines for a reader; those in front of the header are left out. */
export function byLines(
  reader: LineReader,
  { skip }: Pick<FileSpec, 'skip'>,
  limits: ReadLimits,
  leftOut: LeftOutCounter,
): TextReader {
  const splitter = new LineSplitter(limits.lineLength);
  const read = (lines: readonly Line[]): Row[] =>
    lines.flatMap((line) => {
      if (line.line > skip) return reader.push(line);
      leftOut.add('before', line.line, line.text ?? '');
      return [];
    });
  return {
    columns: reader.columns,
    push: (text) => read(splitter.push(text)),
    end: () => [...read(splitter.finish()), ...reader.end()],
  };
}

/** The reader of lines by the format. */
export function lineReader(file: LineSpec, limits: ReadLimits, leftOut: LeftOutCounter): LineReader {
  if (file.format === 'ndjson') {
    const columns = new JsonColumns();
    return {
      columns: columns.names,
      push: (line) => rowsOf(jsonRow(line, columns, limits)),
      end: () => [],
    };
  }
  const splitter = splitters[file.format](file, limits);
  const table = new TableRows(file, limits, leftOut);
  return {
    columns: table.columns,
    push: (line) => table.accept(splitter.push(line)),
    end: () => [...table.accept(splitter.end()), ...table.end()],
  };
}

function jsonReader(limits: ReadLimits): TextReader {
  const columns = new JsonColumns();
  const texts = new JsonTexts(limits.lineLength);
  const read = (found: readonly Line[]): Row[] =>
    found.flatMap((one) => rowsOf(jsonRow(one, columns, limits)));
  return {
    columns: columns.names,
    push: (text) => read(texts.push(text)),
    end: () => {
      const rows = read(texts.finish());
      return texts.isOpen ? [...rows, brokenRow(texts.count + 1, '', 'cut-off')] : rows;
    },
  };
}

function rowsOf(row: Row | null): Row[] {
  return row ? [row] : [];
}
