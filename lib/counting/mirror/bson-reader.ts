import type { Value, ValueType } from '@/rules-engine/index';

/** A path of a document and the type that it is read as. */
export interface Wanted {
  readonly path: string;
  readonly type: ValueType;
}

interface Step {
  readonly name: Buffer;
  readonly slots: { readonly slot: number; readonly read: Decode }[];
  readonly below: Step[];
}

type Decode = (document: Buffer, at: number, kind: number) => Value;

/**
 * Reads values straight out of stored bytes, as `readField` reads them out of a document: what isn't wanted is passed
 * over without being turned into objects. Only sub-documents are followed, never arrays.
 */
export class BsonReader {
  private readonly root: Step = { name: Buffer.alloc(0), slots: [], below: [] };

  constructor(private readonly wanted: readonly Wanted[]) {
    for (const [slot, { path, type }] of wanted.entries()) {
      let step = this.root;
      for (const name of path.split('.')) {
        const bytes = Buffer.from(name);
        let next = step.below.find((one) => one.name.equals(bytes));
        if (!next) {
          next = { name: bytes, slots: [], below: [] };
          step.below.push(next);
        }
        step = next;
      }
      step.slots.push({ slot, read: decoders[type] });
    }
  }

  /** The values in the order of what was wanted; null where there is none. */
  read(document: Buffer): Value[] {
    const values = new Array<Value>(this.wanted.length).fill(null);
    readInto(values, document, 0, this.root);
    return values;
  }
}

function readInto(values: Value[], document: Buffer, start: number, { below }: Step): void {
  let at = start + 4;
  for (let kind = document[at] ?? 0; kind !== 0; kind = document[at] ?? 0) {
    const name = at + 1;
    const end = document.indexOf(0, name);
    at = end + 1;
    for (const step of below) {
      if (!isNamed(document, name, end, step.name)) continue;
      for (const { slot, read } of step.slots) values[slot] = read(document, at, kind);
      if (kind === kinds.document && step.below.length > 0) readInto(values, document, at, step);
    }
    at += sizeOf(document, at, kind);
  }
}

function isNamed(document: Buffer, start: number, end: number, name: Buffer): boolean {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i += 1) if (document[start + i] !== name[i]) return false;
  return true;
}

/** Numbers of the types in BSON (bsonspec.org). */
const kinds = {
  double: 0x01,
  text: 0x02,
  document: 0x03,
  array: 0x04,
  boolean: 0x08,
  date: 0x09,
  int32: 0x10,
  int64: 0x12,
};

/** The farthest instant that `Date` has, on both sides. */
const farthest = 8_640_000_000_000_000;

const decoders: Record<ValueType, Decode> = {
  number: (document, at, kind) => {
    if (kind === kinds.int32) return document.readInt32LE(at);
    if (kind === kinds.int64) return Number(document.readBigInt64LE(at));
    if (kind !== kinds.double) return null;
    const value = document.readDoubleLE(at);
    return Number.isNaN(value) ? null : value;
  },
  text: (document, at, kind) => (kind === kinds.text ? textAt(document, at) : null),
  boolean: (document, at, kind) => (kind === kinds.boolean ? document[at] === 1 : null),
  date: (document, at, kind) => {
    if (kind !== kinds.date) return null;
    const instant = Number(document.readBigInt64LE(at));
    return Math.abs(instant) <= farthest ? instant : null;
  },
  list: (document, start, kind) => {
    if (kind !== kinds.array) return null;
    const list: string[] = [];
    let at = start + 4;
    if (document[at] === 0) return null;
    for (let element = document[at] ?? 0; element !== 0; element = document[at] ?? 0) {
      at = document.indexOf(0, at + 1) + 1;
      if (element === kinds.text) list.push(textAt(document, at));
      at += sizeOf(document, at, element);
    }
    return list;
  },
};

function textAt(document: Buffer, at: number): string {
  return document.toString('utf8', at + 4, at + 3 + document.readInt32LE(at));
}

/** Bytes of a value; a name ends with a zero byte. */
function sizeOf(document: Buffer, at: number, kind: number): number {
  const fixed = sizes.get(kind);
  if (fixed !== undefined) return fixed;
  const length = document.readInt32LE(at);
  switch (kind) {
    case kinds.text:
    case 0x0d: // code
    case 0x0e: // symbol
      return 4 + length;
    case kinds.document:
    case kinds.array:
    case 0x0f: // code with scope
      return length;
    case 0x05: // binary
      return 5 + length;
    case 0x0b: // regular expression
      return document.indexOf(0, document.indexOf(0, at) + 1) + 1 - at;
    case 0x0c: // pointer to a document
      return 16 + length;
    default:
      throw new Error(`A stored value is of the unknown type ${kind}.`);
  }
}

const sizes = new Map<number, number>([
  [kinds.double, 8],
  [0x06, 0], // undefined
  [0x07, 12], // object id
  [kinds.boolean, 1],
  [kinds.date, 8],
  [0x0a, 0], // null
  [kinds.int32, 4],
  [0x11, 8], // timestamp
  [kinds.int64, 8],
  [0x13, 16], // decimal
  [0x7f, 0], // highest key
  [0xff, 0], // lowest key
]);
