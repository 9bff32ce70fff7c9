import {
  type Bits,
  type Column,
  columnFor,
  columnKey,
  EventRows,
  type FieldExpression,
  hasBit,
  roomFor,
} from '@/rules-engine/index';
import { BsonReader, type Wanted } from './bson-reader';
import type { IdIndex } from './id-index';
import { shortHashOf } from './text-hash';

export interface StoredEvents {
  rows: number;
  capacity: number;
  seen: number;
  alive: Bits;
  member: Int32Array;
  at: Float64Array;
  hashes: Float64Array;
}

/** The events of one type in columns, filled from stored documents; putting one in twice adds nothing. */
export class EventColumns {
  rows: EventRows;
  /** Stored events of the type that were seen, those of unknown members included. */
  seen = 0;
  /** A hash of each event's id. */
  hashes: Float64Array;
  private readonly reader: BsonReader;

  constructor(
    readonly type: string,
    readonly properties: ReadonlyMap<string, FieldExpression>,
    expected: number,
  ) {
    const capacity = roomFor(expected);
    const columns = new Map(
      [...properties].map(([key, { type: of }]) => [key, columnFor(of, capacity)] as const),
    );
    this.rows = new EventRows(capacity, columns);
    this.hashes = new Float64Array(capacity);
    const fixed: Wanted[] = [
      { path: '_id', type: 'text' },
      { path: 'memberId', type: 'text' },
      { path: 'type', type: 'text' },
      { path: 'at', type: 'date' },
    ];
    this.reader = new BsonReader([...fixed, ...properties.values()]);
  }

  /** What was written down before. */
  static of(
    type: string,
    columns: readonly { field: FieldExpression; column: Column }[],
    { seen, hashes, capacity, ...stored }: StoredEvents,
  ): EventColumns {
    const properties = new Map(columns.map(({ field }) => [columnKey(field), field]));
    const events = new EventColumns(type, properties, 0);
    const filled = new Map(columns.map(({ field, column }) => [columnKey(field), column]));
    events.rows = new EventRows(capacity, filled, stored);
    events.seen = seen;
    events.hashes = hashes;
    return events;
  }

  paths(): string[] {
    return ['memberId', 'type', 'at', ...[...this.properties.values()].map(({ path }) => path)];
  }

  /** Writes stored events into rows. Those in `known` are there already (see `known`). */
  apply(documents: readonly Buffer[], members: IdIndex, known: ReadonlySet<string> = new Set()): void {
    for (const document of documents) {
      const [id, memberId, type, at, ...values] = this.reader.read(document);
      if (type !== this.type || typeof id !== 'string' || known.has(id)) continue;
      this.seen += 1;
      const member = typeof memberId === 'string' ? members.get(memberId) : undefined;
      if (member === undefined) continue;
      // Without an instant it is in no window, but goes when its member goes.
      const row = this.rows.add(member, typeof at === 'number' ? at : Number.NaN);
      if (this.hashes.length < this.rows.capacity) this.growHashes();
      this.hashes[row] = shortHashOf(id);
      let i = 0;
      for (const key of this.properties.keys()) {
        this.rows.columns.get(key)?.set(row, values[i] ?? null);
        i += 1;
      }
    }
  }

  /** Which of these ids are among the events. */
  idsOf(documents: readonly Buffer[], ids: ReadonlySet<string>): Set<string> {
    const found = new Set<string>();
    if (ids.size === 0) return found;
    for (const document of documents) {
      const [id] = this.reader.read(document);
      if (typeof id === 'string' && ids.has(id)) found.add(id);
    }
    return found;
  }

  /** Which of these events have a row: an event is told by its member and a hash of its id. */
  known(documents: readonly Buffer[], members: IdIndex): Set<string> {
    const wanted = new Map<number, { id: string; member: number }>();
    for (const document of documents) {
      const [id, memberId] = this.reader.read(document);
      const member = typeof memberId === 'string' ? members.get(memberId) : undefined;
      if (typeof id === 'string' && member !== undefined) wanted.set(shortHashOf(id), { id, member });
    }
    const found = new Set<string>();
    const { rows } = this;
    for (let row = 0; row < rows.rows; row += 1) {
      const one = wanted.get(this.hashes[row] ?? 0);
      if (one && one.member === rows.member[row] && hasBit(rows.alive, row)) found.add(one.id);
    }
    return found;
  }

  /** Takes out events by their ids, if they have a row. */
  removeAll(ids: Iterable<string>): void {
    const hashes = new Set([...ids].map(shortHashOf));
    for (let row = 0; row < this.rows.rows && hashes.size > 0; row += 1) {
      if (!hashes.has(this.hashes[row] ?? 0) || !hasBit(this.rows.alive, row)) continue;
      this.rows.remove(row);
      this.seen -= 1;
    }
  }

  /** Takes out the events of members that are gone. */
  removeOf(members: ReadonlySet<number>): void {
    for (let row = 0; row < this.rows.rows; row += 1) {
      if (!members.has(this.rows.member[row] ?? -1) || !hasBit(this.rows.alive, row)) continue;
      this.rows.remove(row);
      this.seen -= 1;
    }
  }

  get bytes(): number {
    return this.rows.bytes + this.hashes.byteLength;
  }

  private growHashes(): void {
    const hashes = new Float64Array(this.rows.capacity);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }
}
