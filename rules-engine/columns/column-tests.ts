import type {
  ComparePredicate,
  Comparison,
  ListPredicate,
  OneOfPredicate,
  PresentPredicate,
  TextPredicate,
} from '../ir/predicate';
import type { PredicateTable } from '../ir/visit';
import { type Bits, combined, complement, filled, wordsFor } from './bitset';
import type { BooleanColumn, ListColumn, TextColumn } from './column';
import type { Values } from './column-reads';
import type { Reader } from './reader';
import { doubles, rangeOf, scanMarks, scanRange, scanRows } from './scan';

/** The set of rows for every kind of predicate, rows that are nobody included. */
export const columnTests: PredicateTable<Reader, Bits> = {
  constant: ({ value }, { rows }) => filled(wordsFor(rows.capacity), value),
  all: ({ of }, reader) =>
    combined(
      of.map((part) => reader.bits(part)),
      true,
    ),
  any: ({ of }, reader) =>
    combined(
      of.map((part) => reader.bits(part)),
      false,
    ),
  not: ({ of }, reader) => complement(reader.bits(of)),
  compare: compareBits,
  oneOf: oneOfBits,
  text: textBits,
  list: listBits,
  present: presentBits,
};

const none = ({ rows }: Reader): Bits => filled(wordsFor(rows.capacity), false);

const mirrored: Record<Comparison, Comparison> = { eq: 'eq', lt: 'gt', lte: 'gte', gt: 'lt', gte: 'lte' };

const orders: Record<Comparison, (left: number, right: number) => boolean> = {
  eq: (left, right) => left === right,
  lt: (left, right) => left < right,
  lte: (left, right) => left <= right,
  gt: (left, right) => left > right,
  gte: (left, right) => left >= right,
};

function compareBits({ comparison, left, right }: ComparePredicate, reader: Reader): Bits {
  const a = reader.values(left);
  const b = reader.values(right);
  if (a.kind === 'constant') {
    if (b.kind !== 'constant') return against(mirrored[comparison], b, a.value, reader);
    return filled(wordsFor(reader.rows.capacity), constantsCompare(comparison, a.value, b.value));
  }
  if (b.kind === 'constant') return against(comparison, a, b.value, reader);
  if (a.kind === 'number' && b.kind === 'number') {
    const [x, y, test] = [doubles(a.values), doubles(b.values), orders[comparison]];
    return scanRows(reader.rows.capacity, (row) => test(x[row] ?? Number.NaN, y[row] ?? Number.NaN));
  }
  if (comparison !== 'eq') return none(reader);
  if (a.kind === 'text' && b.kind === 'text') return sameText(a, b);
  if (a.kind === 'boolean' && b.kind === 'boolean') return sameFlag(a, b);
  // Values of two types; and no list is the same as another.
  return none(reader);
}

function constantsCompare(comparison: Comparison, a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return orders[comparison](a, b);
  return comparison === 'eq' && a !== null && a === b;
}

function against(
  comparison: Comparison,
  values: Exclude<Values, { kind: 'constant' }>,
  than: unknown,
  reader: Reader,
): Bits {
  if (values.kind === 'number')
    return typeof than === 'number' ? scanRange(values.values, rangeOf(comparison, than)) : none(reader);
  if (comparison !== 'eq') return none(reader);
  if (values.kind === 'text' && typeof than === 'string') return marked(values, (text) => text === than);
  if (values.kind === 'boolean' && typeof than === 'boolean') return flagged(values, than);
  return none(reader);
}

/** Rows whose text passes; each text is tested once. */
function marked({ ids, dictionary }: TextColumn, passes: (text: string) => boolean): Bits {
  const marks = new Uint8Array(dictionary.length);
  for (let id = 1; id < dictionary.length; id += 1) marks[id] = passes(dictionary[id] ?? '') ? 1 : 0;
  return scanMarks(ids, marks);
}

function flagged({ present, isTrue }: BooleanColumn, value: boolean): Bits {
  return value ? isTrue : combined([present, complement(isTrue)], true);
}

function sameText(a: TextColumn, b: TextColumn): Bits {
  const inB = Uint32Array.from(a.dictionary, (text, id) => (id === 0 ? 0 : b.find(text)));
  return scanRows(a.ids.length, (row) => {
    const id = inB[a.ids[row] ?? 0] ?? 0;
    return id !== 0 && id === b.ids[row];
  });
}

function sameFlag(a: BooleanColumn, b: BooleanColumn): Bits {
  const bits = new Int32Array(a.present.length);
  for (let i = 0; i < bits.length; i += 1) {
    const differ = (a.isTrue[i] ?? 0) ^ (b.isTrue[i] ?? 0);
    bits[i] = (a.present[i] ?? 0) & (b.present[i] ?? 0) & ~differ;
  }
  return bits;
}

/** Up to so many numbers, one scan for each is faster than a look-up a row. */
const scannedChoices = 8;

function oneOfBits({ subject, values: choices }: OneOfPredicate, reader: Reader): Bits {
  const values = reader.values(subject);
  const wanted = new Set<unknown>(choices);
  if (values.kind === 'constant') return filled(wordsFor(reader.rows.capacity), wanted.has(values.value));
  if (values.kind === 'text') return marked(values, (text) => wanted.has(text));
  if (values.kind !== 'number') return none(reader);
  const numbers = choices.filter((choice) => typeof choice === 'number');
  if (numbers.length === 0) return none(reader);
  if (numbers.length <= scannedChoices) {
    return combined(
      numbers.map((choice) => scanRange(values.values, rangeOf('eq', choice))),
      false,
    );
  }
  const found = doubles(values.values);
  return scanRows(found.length, (row) => wanted.has(found[row]) && !Number.isNaN(found[row]));
}

const textTests: Record<TextPredicate['test'], (text: string, part: string) => boolean> = {
  contains: (text, part) => text.includes(part),
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
};

function textBits({ test, subject, value }: TextPredicate, reader: Reader): Bits {
  const values = reader.values(subject);
  const passes = textTests[test];
  return values.kind === 'text' ? marked(values, (text) => passes(text, value)) : none(reader);
}

function listBits({ test, subject, values: wanted }: ListPredicate, reader: Reader): Bits {
  const values = reader.values(subject);
  if (values.kind !== 'list') return none(reader);
  const sets = test === 'prefix' ? withPrefix(values, wanted) : wanted.map((one) => values.byValue.get(one));
  const known = sets.filter((bits) => bits !== undefined);
  if (known.length === 0 || (test === 'all' && known.length < sets.length)) return none(reader);
  return combined(known, test === 'all');
}

function withPrefix({ byValue }: ListColumn, prefixes: readonly string[]): Bits[] {
  return [...byValue].flatMap(([value, bits]) =>
    prefixes.some((prefix) => value.startsWith(prefix)) ? [bits] : [],
  );
}

function presentBits({ subject }: PresentPredicate, reader: Reader): Bits {
  const values = reader.values(subject);
  if (values.kind === 'constant') return filled(wordsFor(reader.rows.capacity), values.value !== null);
  if (values.kind === 'number') {
    return scanRange(values.values, { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
  }
  if (values.kind === 'text') return marked(values, () => true);
  return values.present;
}
