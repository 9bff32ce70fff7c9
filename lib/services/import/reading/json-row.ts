import { isLosslessNumber, stringify } from 'lossless-json';
import type { Cell } from '@/lib/values/cell';
import { parseJsonObject } from './json-object';
import type { ReadLimits } from './limits';
import type { Line } from './lines';
import { tooLong } from './records';
import { brokenRow, type Row } from './row';

/** Levels whose keys become columns of their own; what is deeper is one cell. */
const MAX_DEPTH = 4;

/** Columns of a JSON file as they turn up; a column's place never changes. */
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

/** The text of one JSON object as a row; null for an empty line. Names are data here, never paths. */
export function jsonRow(
  { line, text }: Pick<Line, 'line' | 'text'>,
  columns: JsonColumns,
  limits: ReadLimits,
): Row | null {
  if (text === null) return tooLong(line, limits);
  if (text.trim() === '') return null;
  const parsed = parseJsonObject(text);
  if ('code' in parsed) return brokenRow(line, text, parsed.code, parsed.params);
  const cells: Cell[] = [];
  for (const [name, cell] of flatten(parsed.object, '', MAX_DEPTH)) {
    const place = columns.place(name.slice(0, 200), limits.columns);
    if (place === null)
      return brokenRow(line, text, 'too-many-columns', { n: limits.columns + 1, expected: limits.columns });
    cells[place] = cell;
  }
  return { line, cells, reason: null };
}

function* flatten(value: object, prefix: string, depth: number): Generator<[string, Cell]> {
  for (const [key, entry] of Object.entries(value)) {
    const name = `${prefix}${key}`;
    if (isObject(entry) && depth > 1) yield* flatten(entry, `${name}.`, depth - 1);
    else yield [name, cellOf(entry)];
  }
}

function isObject(entry: unknown): entry is object {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry) && !isLosslessNumber(entry);
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return { literal: 'boolean', text: String(value) };
  if (isLosslessNumber(value)) return { literal: 'number', text: value.value };
  if (Array.isArray(value)) {
    const entries = value.map(entryText);
    if (entries.every((entry) => entry !== undefined)) return entries;
  }
  return { unreadable: 'not-a-text', text: stringify(value) ?? '' };
}

/** An entry of a list of texts; undefined for what makes the list more than that. */
function entryText(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (typeof entry === 'boolean') return String(entry);
  return isLosslessNumber(entry) ? entry.value : undefined;
}
