import type { FileSpec } from '@/lib/contracts/import-mapping';
import { splitCsv } from './csv-record';
import type { ReadLimits } from './limits';
import type { Line } from './lines';
import { brokenRow, type Row } from './row';

/** Takes lines, gives the rows they complete. `end` gives what was still open. */
export interface RecordSplitter {
  push(line: Line): Row[];
  end(): Row[];
}

/** Splitter of delimited text: CSV with any delimiter, and TSV. */
export function delimitedSplitter(delimiter: string, limits: ReadLimits): RecordSplitter {
  let held: (Line & { text: string })[] = [];

  /** The first held line is beyond help; the others may be rows of their own. */
  function giveUp(): Row[] {
    const [first, ...rest] = held;
    held = [];
    if (!first) return [];
    return [brokenRow(first.line, first.text, 'broken-quotes'), ...rest.flatMap((line) => push(line))];
  }

  function push({ line, text, end }: Line): Row[] {
    if (text === null) return [...giveUp(), tooLong(line, limits)];
    if (held.length === 0 && text.trim() === '') return [];
    held.push({ line, text, end });
    // A line without a mark can't close the record: no need to read it again.
    if (held.length > 1 && !text.includes('"')) return isTooLarge() ? giveUp() : [];
    const record = splitCsv(heldText(), delimiter);
    if (record === 'broken' || (record === 'open' && isTooLarge())) return giveUp();
    if (record === 'open') return [];
    const first = held[0]?.line ?? line;
    held = [];
    return [{ line: first, cells: record, reason: null }];
  }

  /** The lines as one text again; ends of lines within a quoted cell are part of the cell. */
  const heldText = () =>
    held.map((part, index) => (index < held.length - 1 ? part.text + part.end : part.text)).join('');

  const isTooLarge = () =>
    held.length > limits.recordLines ||
    held.reduce((sum, part) => sum + part.text.length, 0) > limits.lineLength;

  return {
    push,
    end: () => {
      const rows: Row[] = [];
      while (held.length > 0) rows.push(...giveUp());
      return rows;
    },
  };
}

/** Splitter of columns separated by any run of space. */
export function whitespaceSplitter(limits: ReadLimits): RecordSplitter {
  return {
    push: ({ line, text }) => {
      if (text === null) return [tooLong(line, limits)];
      const trimmed = text.trim();
      return trimmed === '' ? [] : [{ line, cells: trimmed.split(/\s+/), reason: null }];
    },
    end: () => [],
  };
}

export function tooLong(line: number, limits: ReadLimits): Row {
  return brokenRow(line, '', 'line-too-long', { limit: limits.lineLength });
}

/** The splitter of a format that has a fixed number of columns. */
export const splitters: Record<
  Exclude<FileSpec['format'], 'ndjson' | 'json' | 'xlsx'>,
  (file: FileSpec, limits: ReadLimits) => RecordSplitter
> = {
  csv: (file, limits) => delimitedSplitter(file.delimiter, limits),
  tsv: (_file, limits) => delimitedSplitter('\t', limits),
  whitespace: (_file, limits) => whitespaceSplitter(limits),
};
