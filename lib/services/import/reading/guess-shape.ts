import type { FileSpec } from '@/lib/contracts/import-mapping';
import { splitCsv } from './csv-record';

/** How the lines of a table are parted into cells, and where its header is. */
export type Shape = Pick<FileSpec, 'format' | 'delimiter' | 'skip'>;

interface Candidate {
  format: 'csv' | 'tsv';
  delimiter: FileSpec['delimiter'];
  mark: string;
}

const candidates: readonly Candidate[] = [
  { format: 'tsv', delimiter: ',', mark: '\t' },
  { format: 'csv', delimiter: ',', mark: ',' },
  { format: 'csv', delimiter: ';', mark: ';' },
  { format: 'csv', delimiter: '|', mark: '|' },
];

const MOST_FOOTER = 30;

/** What Excel writes in front to tell the separator. */
const EXCEL_HINT = /^"?sep=(.)"?$/i;

/**
 * The separator that parts most lines into the same number of columns, more columns preferred; lines in front of the
 * first one that has most of its cells filled are no part of the table.
 * @param lines the first lines as they stand, empty ones too
 */
export function guessShape(lines: readonly string[]): Shape {
  const hint = EXCEL_HINT.exec(lines[0] ?? '')?.[1] ?? null;
  const hinted = candidates.find(({ mark }) => mark === hint);
  if (hinted) {
    const { format, delimiter, mark } = hinted;
    return { format, delimiter, skip: Math.max(1, tableOf(lines.slice(1), mark).skip + 1) };
  }
  const scored = candidates.map((candidate) => ({ candidate, ...tableOf(lines, candidate.mark) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score > 0) {
    const { format, delimiter } = best.candidate;
    return { format, delimiter, skip: best.skip };
  }
  const words = lines.filter((line) => line.trim() !== '').map((line) => line.trim().split(/\s+/).length);
  const format = agreement(words, commonest(words)) >= 0.8 && commonest(words) > 1 ? 'whitespace' : 'csv';
  return { format, delimiter: ',', skip: 0 };
}

/** A table in lines that are parted by `mark`: 0 points when there is none. */
function tableOf(lines: readonly string[], mark: string): { score: number; skip: number } {
  const rows = lines.map((line) => cellsOf(line, mark));
  const skip = headerIndex(rows);
  const body = rows.slice(skip, bodyEnd(rows) + 1);
  const widths = body.flatMap((cells) => (isEmpty(cells) ? [] : cells.length));
  const width = commonest(widths);
  const share = agreement(widths, width);
  // A mark somewhere in a text makes no table: where titles and notes are taken for left out, more has to speak for it.
  const isAll = widths.length >= 0.8 * rows.filter((cells) => !isEmpty(cells)).length;
  if (!isAll && (width < 3 || widths.length < 2)) return { score: 0, skip: 0 };
  // A header that isn't the first line is less likely than a separator that isn't this one: 1,5;2,5 under a;b.
  const trust = skip > 0 ? 0.5 : 1;
  return { score: width > 1 && share >= 0.7 ? width * share * trust : 0, skip };
}

/** The last row that isn't much emptier than most: what follows are totals and notes. */
function bodyEnd(rows: readonly (readonly string[])[]): number {
  const width = widthOf(rows);
  const end = rows.findLastIndex((cells) => filled(cells) >= width * 0.6);
  return rows.length - end > MOST_FOOTER ? rows.length - 1 : end;
}

function widthOf(rows: readonly (readonly string[])[]): number {
  return commonest(rows.flatMap((cells) => (cells.length > 1 && !isEmpty(cells) ? cells.length : [])));
}

/**
 * The first row that has most of the columns filled which most rows have; 0 when only empty ones are before it.
 * Titles fill a cell or two, whatever marks come after them.
 */
export function headerIndex(rows: readonly (readonly string[])[]): number {
  const width = widthOf(rows);
  const needed = Math.max(2, width * 0.6);
  const index = rows.findIndex((cells) => filled(cells) >= needed);
  return index > 0 && rows.slice(0, index).some((cells) => !isEmpty(cells)) ? index : 0;
}

/** Tabs in front of another mark or at the end of a line are space that an export adds to numbers. */
function cellsOf(line: string, mark: string): readonly string[] {
  const text = mark === '\t' ? line.replace(/\t(?=[,;|"]|$)/g, '') : line;
  const record = splitCsv(text, mark);
  return typeof record === 'string' ? [line] : record;
}

/** The cells of a line, by the shape that was guessed. */
export function splitLine(line: string, { format, delimiter }: Omit<Shape, 'skip'>): readonly string[] {
  if (format === 'whitespace') return line.trim().split(/\s+/);
  const record = splitCsv(line, format === 'tsv' ? '\t' : delimiter);
  return typeof record === 'string' ? [line] : record;
}

export function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function isEmpty(cells: readonly string[]): boolean {
  return filled(cells) === 0;
}

/** The number that occurs most often, the larger one of two; 0 of none. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  const [n] = [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0]);
  return n;
}

function agreement(numbers: readonly number[], n: number): number {
  return numbers.length === 0 ? 0 : numbers.filter((one) => one === n).length / numbers.length;
}
