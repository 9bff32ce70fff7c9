import type { Cell } from '../values/cell';
import type { ReadLimits } from './limits';
import type { Line } from './lines';
import { tooLong } from './records';
import { brokenRow, type Row } from './row';

const MAX_DEPTH = 4;

/** Columns of an NDJSON file as they turn up; a column's place never changes. */
export class JsonColumns {
  readonly names: string[] = [];
  private readonly places = new Map<string, number>();

  /** The place of a column, made when there is room for it; null when there are too many. */
  place(name: string, limit: number): number | null {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    if (this.names.length >= limit) return null;
    this.places.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** One line of NDJSON as a row; null for an empty line. Names are data here, never paths. */
export function jsonRow({ line, text }: Line, columns: JsonColumns, limits: ReadLimits): Row | null {
  if (text === null) return tooLong(line, limits);
  if (text.trim() === '') return null;
  const parsed = parseObject(text);
  if (parsed === null) return brokenRow(line, text, 'broken-json');
  const cells: Cell[] = [];
  for (const [name, cell] of flatten(parsed, '', MAX_DEPTH)) {
    const place = columns.place(name.slice(0, 200), limits.columns);
    if (place === null)
      return brokenRow(line, text, 'too-many-columns', { n: limits.columns + 1, expected: limits.columns });
    cells[place] = cell;
  }
  return { line, cells, reason: null };
}

function parseObject(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function* flatten(value: object, prefix: string, depth: number): Generator<[string, Cell]> {
  for (const [key, entry] of Object.entries(value)) {
    const name = `${prefix}${key}`;
    if (typeof entry === 'object' && entry !== null && !Array.isArray(entry) && depth > 1) {
      yield* flatten(entry, `${name}.`, depth - 1);
    } else {
      yield [name, cellOf(entry)];
    }
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    // JSON.parse has rounded it already: the digits that are gone may be those of an order number.
    const text = String(value);
    return Number.isInteger(value) && !Number.isSafeInteger(value)
      ? { unreadable: 'number-too-large', text }
      : text;
  }
  if (Array.isArray(value)) {
    const entries = value.map(cellOf);
    if (entries.every((entry) => typeof entry === 'string')) return entries;
  }
  return { unreadable: 'not-a-text', text: JSON.stringify(value) };
}
