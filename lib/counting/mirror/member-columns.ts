import {
  type Column,
  columnFor,
  columnKey,
  type FieldExpression,
  hasBit,
  MemberTable,
  value,
} from '@/rules-engine/index';
import { BsonReader, type Wanted } from './bson-reader';
import type { IdIndex } from './id-index';

/** When a member was written last: always loaded, since by it changes are noticed. */
export const updatedAt = value.field('updatedAt', 'date');

/** What tells two states of the members behind an instant apart; sums are of the last 24 bits of `updatedAt`. */
export interface Digest {
  n: number;
  sum: number;
}

export const digestModulus = 2 ** 24;

/** The members in columns, filled from stored documents. */
export class MemberColumns {
  /** The loaded fields by `columnKey`. */
  readonly fields = new Map<string, FieldExpression>();
  /** Rows by id; null until events are loaded. */
  ids: IdIndex | null = null;
  /** The newest `updatedAt`, milliseconds; −∞ while there are no members. */
  newest = Number.NEGATIVE_INFINITY;
  private reader = readerFor([]);

  constructor(readonly table: MemberTable) {}

  static empty(capacity: number): MemberColumns {
    const members = new MemberColumns(new MemberTable(capacity));
    members.addFields([updatedAt]);
    return members;
  }

  /** Columns that are empty until documents are applied. */
  addFields(fields: Iterable<FieldExpression>): void {
    for (const field of fields) {
      const key = columnKey(field);
      if (this.fields.has(key)) continue;
      this.fields.set(key, field);
      this.table.columns.set(key, columnFor(field.type, this.table.capacity));
    }
    this.reader = readerFor([...this.fields.values()]);
  }

  /** A column that is filled already, with as many rows as the table. */
  putColumn(field: FieldExpression, column: Column): void {
    this.fields.set(columnKey(field), field);
    this.table.columns.set(columnKey(field), column);
    this.reader = readerFor([...this.fields.values()]);
  }

  removeField(key: string): void {
    this.fields.delete(key);
    this.table.columns.delete(key);
    this.reader = readerFor([...this.fields.values()]);
  }

  /** Takes over columns that were filled apart; rows beyond their end are empty until they are applied. */
  takeColumns(from: MemberColumns): void {
    this.table.reserve(from.table.capacity - 1);
    for (const [key, field] of from.fields) {
      const column = from.table.columns.get(key);
      if (!column || this.fields.has(key)) continue;
      if (from.table.capacity !== this.table.capacity) column.grow(this.table.capacity);
      this.fields.set(key, field);
      this.table.columns.set(key, column);
    }
    this.reader = readerFor([...this.fields.values()]);
  }

  /** Paths that documents have to carry to be applied. */
  paths(): string[] {
    return ['ord', ...[...this.fields.values()].map(({ path }) => path)];
  }

  /** Writes a stored document into the columns and gives its `ord`; null for one that has none that can be a row. */
  apply(document: Buffer): number | null {
    const [id, ord, ...values] = this.reader.read(document);
    if (typeof ord !== 'number' || !Number.isInteger(ord) || ord < 0 || ord > 0x7fff_ffff) return null;
    this.table.reserve(ord);
    this.table.add(ord);
    let i = 0;
    for (const key of this.fields.keys()) {
      this.table.columns.get(key)?.set(ord, values[i] ?? null);
      i += 1;
    }
    if (typeof id === 'string') this.ids?.set(id, ord);
    const written = values[0];
    if (typeof written === 'number' && written > this.newest) this.newest = written;
    return ord;
  }

  /** Of the members written after an instant and up to another. */
  digest(after: number, upTo: number): Digest {
    const column = this.table.columns.get(columnKey(updatedAt));
    const digest = { n: 0, sum: 0 };
    if (column?.kind !== 'number') return digest;
    const { alive } = this.table;
    for (let row = 0; row < column.values.length; row += 1) {
      const written = column.values[row] ?? Number.NaN;
      if (!(written > after && written <= upTo) || !hasBit(alive, row)) continue;
      digest.n += 1;
      digest.sum += written % digestModulus;
    }
    return digest;
  }

  get bytes(): number {
    return this.table.bytes + (this.ids?.bytes ?? 0);
  }
}

function readerFor(fields: readonly FieldExpression[]): BsonReader {
  const fixed: Wanted[] = [
    { path: '_id', type: 'text' },
    { path: 'ord', type: 'number' },
  ];
  return new BsonReader([...fixed, ...fields]);
}
