import { type Bits, widened, wordsFor } from './bitset';
import { type Column, nextVersion } from './column';

/**
 * The events of one type as a table of their own: a row an event, in the order of arrival. Conditions on events are
 * read over its columns by the same reader as conditions on members.
 */
export class EventRows {
  version = nextVersion();
  /** Rows in use; those of events that are gone are not in `alive`. */
  rows = 0;
  alive: Bits;
  /** Row of the member. */
  member: Int32Array;
  /** Milliseconds; NaN is in no window. */
  at: Float64Array;

  constructor(
    public capacity: number,
    /** Properties by `columnKey`. */
    readonly columns: ReadonlyMap<string, Column>,
    stored?: { rows: number; alive: Bits; member: Int32Array; at: Float64Array },
  ) {
    this.alive = stored?.alive ?? new Int32Array(wordsFor(capacity));
    this.member = stored?.member ?? new Int32Array(capacity);
    this.at = stored?.at ?? new Float64Array(capacity);
    this.rows = stored?.rows ?? 0;
  }

  /** A new row; its columns are set by the caller. */
  add(member: number, at: number): number {
    if (this.rows >= this.capacity) this.grow();
    const row = this.rows;
    this.rows += 1;
    this.member[row] = member;
    this.at[row] = at;
    this.alive[row >>> 5] = (this.alive[row >>> 5] ?? 0) | (1 << (row & 31));
    this.version = nextVersion();
    return row;
  }

  remove(row: number): void {
    this.alive[row >>> 5] = (this.alive[row >>> 5] ?? 0) & ~(1 << (row & 31));
    this.version = nextVersion();
  }

  get bytes(): number {
    let bytes = this.alive.byteLength + this.member.byteLength + this.at.byteLength;
    for (const column of this.columns.values()) bytes += column.bytes;
    return bytes;
  }

  private grow(): void {
    this.capacity = roomFor(this.capacity * 1.25);
    this.alive = widened(this.alive, wordsFor(this.capacity));
    const member = new Int32Array(this.capacity);
    member.set(this.member);
    this.member = member;
    const at = new Float64Array(this.capacity);
    at.set(this.at);
    this.at = at;
    for (const column of this.columns.values()) column.grow(this.capacity);
  }
}

/** Capacity for so many rows and a few more, so that the next ones don't make everything move. */
export function roomFor(rows: number): number {
  return Math.ceil((rows * 1.02 + 1_024) / 1_024) * 1_024;
}
