import type { Value } from '../evaluate/document';
import type { ValueType } from '../ir/expression';
import { type Bits, clearBit, hasBit, setBit, widened, wordsFor } from './bitset';

/**
 * The values of one field, by row. A row that was never set is empty, so that a new row needs no touch, and what is
 * computed over the whole capacity is right for rows that come later.
 */
export type Column = NumberColumn | TextColumn | BooleanColumn | ListColumn;

let changes = 0;

/** A number above all that were given: of two versions, the later change has the greater one. */
export function nextVersion(): number {
  changes += 1;
  return changes;
}

/** Stands for empty among 32-bit integers; a field that holds this very number is stored as doubles. */
export const emptyInteger = -0x80000000;

/** Numbers, and dates in milliseconds. 32-bit integers as long as all values are such, else doubles with NaN as empty. */
export class NumberColumn {
  readonly kind = 'number';
  version = nextVersion();
  values: Int32Array | Float64Array;

  constructor(capacity: number, values?: Int32Array | Float64Array) {
    this.values = values ?? new Int32Array(capacity).fill(emptyInteger);
  }

  set(row: number, value: Value): void {
    this.put(row, typeof value === 'number' ? value : null);
  }

  get(row: number): number | null {
    const value = this.values[row] ?? Number.NaN;
    return Number.isNaN(value) || (value === emptyInteger && this.values instanceof Int32Array)
      ? null
      : value;
  }

  grow(capacity: number): void {
    const values =
      this.values instanceof Int32Array
        ? new Int32Array(capacity).fill(emptyInteger, this.values.length)
        : new Float64Array(capacity).fill(Number.NaN, this.values.length);
    values.set(this.values);
    this.values = values;
    this.version = nextVersion();
  }

  get bytes(): number {
    return this.values.byteLength;
  }

  private put(row: number, value: number | null): void {
    if (this.values instanceof Int32Array && value !== null && !isSmallInteger(value)) this.widen();
    const stored = value ?? (this.values instanceof Int32Array ? emptyInteger : Number.NaN);
    const before = this.values[row];
    if (before === stored || (Number.isNaN(before) && Number.isNaN(stored))) return;
    this.values[row] = stored;
    this.version = nextVersion();
  }

  private widen(): void {
    const narrow = this.values;
    const wide = new Float64Array(narrow.length);
    for (let row = 0; row < narrow.length; row += 1) {
      const value = narrow[row] ?? emptyInteger;
      wide[row] = value === emptyInteger ? Number.NaN : value;
    }
    this.values = wide;
  }
}

function isSmallInteger(value: number): boolean {
  return (value | 0) === value && value !== emptyInteger;
}

/** Bytes that an entry of a dictionary takes besides its characters, about. */
const entryBytes = 96;

/** Texts and options as numbers into a dictionary; 0 is empty. Tests of text run once for each entry. */
export class TextColumn {
  readonly kind = 'text';
  version = nextVersion();
  ids: Uint16Array | Uint32Array;
  /** The first stands for empty and is no entry. */
  readonly dictionary: string[] = [''];
  private readonly known = new Map<string, number>();
  private characters = 0;

  constructor(capacity: number, stored?: { ids: Uint16Array | Uint32Array; dictionary: readonly string[] }) {
    this.ids = stored?.ids ?? new Uint16Array(capacity);
    for (const text of stored?.dictionary.slice(1) ?? []) this.idOf(text);
  }

  set(row: number, value: Value): void {
    const id = typeof value === 'string' ? this.idOf(value) : 0;
    if (this.ids[row] === id) return;
    if (id > 0xffff && this.ids instanceof Uint16Array) this.ids = Uint32Array.from(this.ids);
    this.ids[row] = id;
    this.version = nextVersion();
  }

  get(row: number): string | null {
    const id = this.ids[row] ?? 0;
    return id === 0 ? null : (this.dictionary[id] ?? null);
  }

  grow(capacity: number): void {
    const ids = this.ids instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity);
    ids.set(this.ids);
    this.ids = ids;
    this.version = nextVersion();
  }

  get bytes(): number {
    return this.ids.byteLength + this.dictionary.length * entryBytes + this.characters * 2;
  }

  /** The number of a text; 0 when no row has it. */
  find(text: string): number {
    return this.known.get(text) ?? 0;
  }

  private idOf(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const id = this.dictionary.push(text) - 1;
    this.known.set(text, id);
    this.characters += text.length;
    return id;
  }
}

export class BooleanColumn {
  readonly kind = 'boolean';
  version = nextVersion();

  constructor(
    capacity: number,
    public present: Bits = new Int32Array(wordsFor(capacity)),
    public isTrue: Bits = new Int32Array(wordsFor(capacity)),
  ) {}

  set(row: number, value: Value): void {
    const known = typeof value === 'boolean';
    if (hasBit(this.present, row) === known && hasBit(this.isTrue, row) === (value === true)) return;
    put(this.present, row, known);
    put(this.isTrue, row, value === true);
    this.version = nextVersion();
  }

  get(row: number): boolean | null {
    return hasBit(this.present, row) ? hasBit(this.isTrue, row) : null;
  }

  grow(capacity: number): void {
    this.present = widened(this.present, wordsFor(capacity));
    this.isTrue = widened(this.isTrue, wordsFor(capacity));
    this.version = nextVersion();
  }

  get bytes(): number {
    return this.present.byteLength + this.isTrue.byteLength;
  }
}

/** Lists of texts: one set of rows for each value. A list whose elements are no texts is present and has no value. */
export class ListColumn {
  readonly kind = 'list';
  version = nextVersion();

  constructor(
    private capacity: number,
    public present: Bits = new Int32Array(wordsFor(capacity)),
    public readonly byValue: Map<string, Bits> = new Map(),
  ) {}

  set(row: number, value: Value): void {
    const list = value !== null && typeof value === 'object' ? value : null;
    if (this.holds(row, list)) return;
    if (hasBit(this.present, row)) for (const bits of this.byValue.values()) clearBit(bits, row);
    put(this.present, row, list !== null);
    for (const element of list ?? []) setBit(this.bitsOf(element), row);
    this.version = nextVersion();
  }

  grow(capacity: number): void {
    this.capacity = capacity;
    this.present = widened(this.present, wordsFor(capacity));
    for (const [value, bits] of this.byValue) this.byValue.set(value, widened(bits, wordsFor(capacity)));
    this.version = nextVersion();
  }

  get bytes(): number {
    return this.present.byteLength * (1 + this.byValue.size) + this.byValue.size * entryBytes;
  }

  private holds(row: number, list: readonly string[] | null): boolean {
    if (hasBit(this.present, row) !== (list !== null)) return false;
    if (list === null) return true;
    const wanted = new Set(list);
    for (const [value, bits] of this.byValue) if (hasBit(bits, row) !== wanted.delete(value)) return false;
    return wanted.size === 0;
  }

  private bitsOf(value: string): Bits {
    const known = this.byValue.get(value);
    if (known) return known;
    const bits = new Int32Array(wordsFor(this.capacity));
    this.byValue.set(value, bits);
    return bits;
  }
}

function put(bits: Bits, row: number, value: boolean): void {
  if (value) setBit(bits, row);
  else clearBit(bits, row);
}

const makers: Record<ValueType, (capacity: number) => Column> = {
  number: (capacity) => new NumberColumn(capacity),
  date: (capacity) => new NumberColumn(capacity),
  text: (capacity) => new TextColumn(capacity),
  boolean: (capacity) => new BooleanColumn(capacity),
  list: (capacity) => new ListColumn(capacity),
};

/** An empty column for values of a type. */
export function columnFor(type: ValueType, capacity: number): Column {
  return makers[type](capacity);
}
