import { z } from 'zod';
import {
  BooleanColumn,
  type Column,
  type FieldExpression,
  ListColumn,
  NumberColumn,
  TextColumn,
  value,
} from '@/rules-engine/index';
import {
  type Part,
  partSchema,
  type SnapshotReader,
  type SnapshotWriter,
  type Stored,
} from './snapshot-file';

/** A column in a snapshot: its field, its arrays, and the texts that they are numbers of or sets for. */
export const storedColumnSchema = z.object({
  path: z.string(),
  type: z.enum(['text', 'number', 'boolean', 'date', 'list']),
  parts: z.array(partSchema),
  texts: z.array(z.string()),
});
export type StoredColumn = z.infer<typeof storedColumnSchema>;

/** What there is to write, as it is now: texts that come later belong to rows that are read again. */
export interface ColumnState {
  field: FieldExpression;
  arrays: Stored[];
  texts: string[];
}

export function columnState(field: FieldExpression, column: Column): ColumnState {
  switch (column.kind) {
    case 'number':
      return { field, arrays: [column.values], texts: [] };
    case 'text':
      return { field, arrays: [column.ids], texts: [...column.dictionary] };
    case 'boolean':
      return { field, arrays: [column.present, column.isTrue], texts: [] };
    case 'list':
      return {
        field,
        arrays: [column.present, ...column.byValue.values()],
        texts: [...column.byValue.keys()],
      };
  }
}

export async function writeColumn(
  writer: SnapshotWriter,
  { field: { path, type }, arrays, texts }: ColumnState,
): Promise<StoredColumn> {
  const parts: Part[] = [];
  for (const array of arrays) parts.push(await writer.write(array));
  return { path, type, parts, texts };
}

/** Throws when it isn't what `writeColumn` writes. */
export async function readColumn(
  reader: SnapshotReader,
  { path, type, parts, texts }: StoredColumn,
  capacity: number,
): Promise<{ field: FieldExpression; column: Column }> {
  const arrays: Stored[] = [];
  for (const part of parts) arrays.push(await reader.read(part));
  const [first] = arrays;
  const column = columnOf(type, arrays, texts, capacity);
  if (!first || !column) throw new Error(`The snapshot holds no column ${path}.`);
  return { field: value.field(path, type), column };
}

function columnOf(
  type: StoredColumn['type'],
  arrays: readonly Stored[],
  texts: readonly string[],
  capacity: number,
): Column | null {
  const [first, second] = arrays;
  if (type === 'number' || type === 'date') {
    return first instanceof Int32Array || first instanceof Float64Array
      ? new NumberColumn(capacity, first)
      : null;
  }
  if (type === 'text') {
    const isIds = first instanceof Uint16Array || first instanceof Uint32Array;
    return isIds ? new TextColumn(capacity, { ids: first, dictionary: texts }) : null;
  }
  if (!(first instanceof Int32Array)) return null;
  if (type === 'boolean') {
    return second instanceof Int32Array ? new BooleanColumn(capacity, first, second) : null;
  }
  const sets = arrays.slice(1).filter((array) => array instanceof Int32Array);
  if (sets.length !== texts.length) return null;
  return new ListColumn(capacity, first, new Map(texts.map((text, i) => [text, sets[i] ?? first])));
}
