import { type Bits, clearBit, hasBit, setBit, widened, wordsFor } from './bitset';
import { type Column, nextVersion } from './column';
import { type EventRows, roomFor } from './event-rows';
import type { MemberRows } from './rows';

/** Members as columns, a row an `ord`; loaded and kept up to date by whoever owns it. */
export class MemberTable implements MemberRows {
  version = nextVersion();
  aliveVersion = nextVersion();
  alive: Bits;
  /** Members that count. */
  size = 0;
  readonly columns = new Map<string, Column>();
  readonly events = new Map<string, EventRows>();

  constructor(public capacity: number) {
    this.alive = new Int32Array(wordsFor(capacity));
  }

  /** Takes over what was written down; the columns are put in by the caller. */
  restore(capacity: number, size: number, alive: Bits): void {
    this.capacity = capacity;
    this.size = size;
    this.alive = alive;
    this.columns.clear();
    this.version = nextVersion();
    this.aliveVersion = nextVersion();
  }

  /** Makes room for a row; everything moves when there is none. */
  reserve(row: number): void {
    if (row < this.capacity) return;
    this.capacity = roomFor(row + 1);
    this.alive = widened(this.alive, wordsFor(this.capacity));
    for (const column of this.columns.values()) column.grow(this.capacity);
    this.version = nextVersion();
  }

  add(row: number): void {
    if (hasBit(this.alive, row)) return;
    setBit(this.alive, row);
    this.size += 1;
    this.aliveVersion = nextVersion();
  }

  remove(row: number): void {
    if (row >= this.capacity || !hasBit(this.alive, row)) return;
    clearBit(this.alive, row);
    this.size -= 1;
    this.aliveVersion = nextVersion();
  }

  get bytes(): number {
    let bytes = this.alive.byteLength;
    for (const column of this.columns.values()) bytes += column.bytes;
    for (const events of this.events.values()) bytes += events.bytes;
    return bytes;
  }
}
