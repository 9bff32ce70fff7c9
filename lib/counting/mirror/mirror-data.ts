import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { ChangeDoc } from '@/lib/db/documents';
import { endOfOrds } from '@/lib/members/ord';
import { everyMember, untilWhole } from '@/lib/members/roll-call';
import { type FieldExpression, MemberCounts, roomFor } from '@/rules-engine/index';
import { BsonReader } from './bson-reader';
import { EventColumns } from './event-columns';
import { Horizon } from './horizon';
import { IdIndex } from './id-index';
import { MemberColumns } from './member-columns';
import { Notes } from './notes';
import { OverBudget } from './over-budget';
import { rawDocuments } from './raw-documents';
import { digestAll, digestSince } from './stored-digest';

/** How late a write may show up: one that took long does so under an `updatedAt` before others that were seen. */
const overlapMs = 30_000;

/** Events that are asked for by id at a time. */
const lookedUp = 5_000;

export interface MirrorDataOptions {
  /** Bytes of results to keep, of sets and of values each. */
  kept: number;
  /** Bytes that columns may take: a scan that fills more ends with `OverBudget`. */
  limit: number;
  /** Stops what is under way. */
  signal: AbortSignal;
}

/**
 * The copy of the data in memory: loaded by scans, then kept up to date by `refresh`. Whoever calls takes care that only
 * one of its asynchronous methods is under way at a time, apart from the scans (`load…`), which touch nothing that is read.
 */
export class MirrorData {
  readonly events = new Map<string, EventColumns>();
  readonly counts: MemberCounts;
  /** Raised by every refresh that changed something. */
  generation = 0;
  private readonly notes: Notes;
  private readonly horizon: Horizon;

  private constructor(
    private readonly db: Db,
    readonly members: MemberColumns,
    /** As of when it was loaded, milliseconds. */
    at: number,
    private readonly options: MirrorDataOptions,
  ) {
    this.counts = new MemberCounts(members.table, options.kept);
    this.notes = new Notes(db, at, overlapMs);
    this.horizon = new Horizon(overlapMs, certainAt(members.newest, at));
  }

  /** Loads the members with these fields, by one scan. */
  static async load(
    db: Db,
    fields: Iterable<FieldExpression>,
    options: MirrorDataOptions,
  ): Promise<MirrorData> {
    const began = Date.now();
    const newest = await collection(db, 'members').findOne({}, { sort: { updatedAt: -1 } });
    const members = await scanned(db, fields, options);
    const data = new MirrorData(db, members, began, options);
    await data.reread(newest ? certainAt(newest.updatedAt.getTime(), began) : null);
    await data.refresh();
    return data;
  }

  /** Another instance over what was loaded elsewhere; `refresh` brings it up to date. */
  static restored(
    db: Db,
    members: MemberColumns,
    events: Iterable<EventColumns>,
    at: number,
    options: MirrorDataOptions,
  ): MirrorData {
    const data = new MirrorData(db, members, at, options);
    for (const one of events) data.putEvents(one);
    return data;
  }

  /** Scans fields that aren't loaded yet; gives what makes them part of the data, brought up to date. */
  async loadFields(fields: Iterable<FieldExpression>): Promise<() => Promise<void>> {
    const since = certainAt(this.members.newest, Date.now());
    const added = await scanned(this.db, fields, this.options);
    return async () => {
      this.members.takeColumns(added);
      await this.reread(Number.isFinite(since) ? since : null);
    };
  }

  /** Scans the events of a type; gives what makes them part of the data, brought up to date. */
  async loadEvents(
    type: string,
    properties: ReadonlyMap<string, FieldExpression>,
  ): Promise<() => Promise<void>> {
    const release = this.notes.hold();
    const since = certainAt(this.members.newest, Date.now());
    try {
      const ids = this.members.ids ?? (await this.scanIds());
      const loaded = await this.scanEvents(type, properties, ids);
      return async () => {
        try {
          this.members.ids ??= ids;
          // Members that came meanwhile have to be known before their events are.
          await this.reread(Number.isFinite(since) ? since : null);
          this.putEvents(loaded);
          await this.applyNotes(this.notes.held(), [loaded]);
          await this.refresh();
        } finally {
          release();
        }
      };
    } catch (error) {
      release();
      throw error;
    }
  }

  dropField(key: string): void {
    this.members.removeField(key);
  }

  dropEvents(type: string): void {
    this.events.delete(type);
    this.members.table.events.delete(type);
    if (this.events.size === 0) this.members.ids = null;
  }

  /** Reads what was written since the last time. Two small queries when nothing was. */
  async refresh(): Promise<void> {
    // Notes first: whoever is named in one can be read by now, and so is read below.
    const notes = await this.notes.unseen();
    await this.refreshMembers();
    await this.applyNotes(notes, [...this.events.values()]);
  }

  /**
   * Compares all members and events with the database by number and by the sum of when they were written: what `refresh`
   * can't notice shows here. `moving` when the data changed too fast to tell.
   */
  async verify(): Promise<'same' | 'different' | 'moving'> {
    await this.refresh();
    const before = this.state();
    const stored = [await digestAll(this.db)];
    for (const type of this.events.keys()) {
      const n = await collection(this.db, 'events').countDocuments(ofType(type));
      stored.push({ n, sum: 0 });
    }
    await this.refresh();
    const after = this.state();
    const found = JSON.stringify(stored);
    if (found === before || found === after) return 'same';
    return before === after ? 'different' : 'moving';
  }

  get bytes(): number {
    let bytes = this.members.bytes;
    // Their rows are among the members' bytes already.
    for (const { bytes: all, rows } of this.events.values()) bytes += all - rows.bytes;
    return bytes;
  }

  private state(): string {
    const members = this.members.digest(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    return JSON.stringify([members, ...[...this.events.values()].map(({ seen }) => ({ n: seen, sum: 0 }))]);
  }

  private putEvents(events: EventColumns): void {
    this.events.set(events.type, events);
    this.members.table.events.set(events.type, events.rows);
  }

  private async refreshMembers(): Promise<void> {
    const began = performance.now();
    const { newest } = this.members;
    if (!Number.isFinite(newest)) return this.reread(null);
    const after = this.horizon.after();
    const { known, later } = await digestSince(this.db, after, newest);
    const own = this.members.digest(after, newest);
    if (known.n !== own.n || known.sum !== own.sum) await this.reread(after);
    else if (later > 0) await this.reread(newest);
    this.horizon.mark(this.members.newest, began);
  }

  /** Reads the members written after an instant (ms); all of them for null. */
  private async reread(after: number | null): Promise<void> {
    const filter = after === null ? {} : { updatedAt: { $gt: new Date(after) } };
    let changed = false;
    for await (const batch of rawDocuments(
      this.db,
      'members',
      filter,
      this.members.paths(),
      this.options.signal,
    )) {
      for (const document of batch) this.members.apply(document);
      changed = true;
    }
    if (changed) this.generation += 1;
  }

  private async applyNotes(notes: readonly ChangeDoc[], events: readonly EventColumns[]): Promise<void> {
    const removed = new Set(notes.flatMap((note) => note.removed ?? []));
    if (removed.size > 0) {
      for (const ord of removed) this.members.table.remove(ord);
      for (const one of events) one.removeOf(removed);
    }
    const gone = new Set(notes.flatMap((note) => note.gone ?? []));
    if (gone.size > 0) for (const one of events) one.removeAll(gone);
    const replaced = new Set(notes.flatMap((note) => note.replaced ?? []));
    const read = [...new Set([...notes.flatMap((note) => note.events ?? []), ...replaced])];
    for (let from = 0; from < read.length; from += lookedUp) {
      await this.readEvents(read.slice(from, from + lookedUp), replaced, events);
    }
    if (removed.size + gone.size + read.length > 0) this.generation += 1;
  }

  private async readEvents(
    named: string[],
    replaced: ReadonlySet<string>,
    events: readonly EventColumns[],
  ): Promise<void> {
    const { ids } = this.members;
    if (!ids || events.length === 0) return;
    const paths = events.flatMap((one) => one.paths());
    const filter = { _id: { $in: named }, type: { $in: events.map(({ type }) => type) } };
    for await (const batch of rawDocuments(this.db, 'events', filter, paths, this.options.signal)) {
      for (const one of events) {
        // In one go, so that nobody counts without them in between.
        one.removeAll(one.idsOf(batch, replaced));
        one.apply(batch, ids, one.known(batch, ids));
      }
    }
  }

  /** Events have no `ord`: as many have to come as there were before or are there afterwards, or a number in between. */
  private scanEvents(
    type: string,
    properties: ReadonlyMap<string, FieldExpression>,
    ids: IdIndex,
  ): Promise<EventColumns> {
    const { limit, signal } = this.options;
    const count = () => collection(this.db, 'events').countDocuments(ofType(type), { signal });
    return untilWhole(`events of type ${type}`, async () => {
      const before = await count();
      const loaded = new EventColumns(type, properties, before);
      for await (const batch of rawDocuments(this.db, 'events', { type }, loaded.paths(), signal)) {
        loaded.apply(batch, ids);
        if (loaded.bytes > limit) throw new OverBudget();
      }
      const after = await count();
      const doubled = loaded.doubled();
      const seen = loaded.seen - doubled;
      const missed = Math.max(0, Math.min(before, after) - seen);
      const twice = doubled + Math.max(0, seen - Math.max(before, after));
      return { result: loaded, fault: missed + twice === 0 ? null : { missed, twice } };
    });
  }

  private scanIds(): Promise<IdIndex> {
    const { signal } = this.options;
    return everyMember(this.db, 'ids of members', signal, async (roll) => {
      const ids = new IdIndex(this.members.table.size);
      for await (const batch of rawDocuments(this.db, 'members', {}, ['ord'], signal)) {
        for (const document of batch) {
          const [id, ord] = idReader.read(document);
          if (typeof id !== 'string' || typeof ord !== 'number') continue;
          ids.set(id, ord);
          roll.saw(ord);
        }
      }
      return ids;
    });
  }
}

/** Not of a list of types, which a plain filter finds too. */
const ofType = (type: string) => ({ type, $nor: [{ type: { $type: 'array' as const } }] });

const idReader = new BsonReader([
  { path: '_id', type: 'text' },
  { path: 'ord', type: 'number' },
]);

/** What is read at an instant is complete up to then, but for writes that are under way: those began a little before. */
function certainAt(newest: number, now: number): number {
  return Math.min(newest, now - overlapMs);
}

async function scanned(
  db: Db,
  fields: Iterable<FieldExpression>,
  { limit, signal }: MirrorDataOptions,
): Promise<MemberColumns> {
  const wanted = [...fields];
  return everyMember(db, 'columns of members', signal, async (roll) => {
    const rows = roomFor(await endOfOrds(db));
    // Before anything is allocated: four bytes a value is the least.
    if (rows * 4 > limit) throw new OverBudget();
    const members = MemberColumns.empty(rows);
    members.addFields(wanted);
    for await (const batch of rawDocuments(db, 'members', {}, members.paths(), signal)) {
      for (const document of batch) {
        const ord = members.apply(document);
        if (ord !== null) roll.saw(ord);
      }
      if (members.bytes > limit) throw new OverBudget();
    }
    return members;
  });
}
