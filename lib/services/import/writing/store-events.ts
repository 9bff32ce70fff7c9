import type { Db } from 'mongodb';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { duplicatesOf } from '@/lib/db/duplicate-key';
import { insertNew } from '@/lib/db/insert-new';
import { noteEvents, noteReplaced } from '@/lib/members/note-changes';
import { storedEvents } from '../keys/stored-events';
import { comparedOf, type Fate, fateOf } from './event-fate';
import { type Replacement, replaceEvents } from './replace-events';

/** An event to be stored, and the key of the earlier form that it may be stored under. */
export interface Incoming {
  doc: EventDoc;
  earlier: string | null;
}

/** What came of an event: it was stored, or what it found; and whose it is now. */
export interface Stored {
  fate: 'stored' | Fate;
  memberId: string;
}

type Known = ReadonlyMap<Incoming, EventDoc>;

/** Each but the first is because somebody else changed one of the same events at the same time. */
const ROUNDS = 100;

/**
 * Stores events; one whose key is there already is what `fateOf` says. After a batch with duplicates the next one is
 * looked up first, since a refused insert costs many times a refused lookup; after one without, it is inserted at once.
 */
export class EventStore {
  private lookFirst = false;
  /** Ids of events that were replaced and aren't noted yet. */
  private replaced = new Set<string>();

  constructor(
    private readonly db: Db,
    private readonly importId: string,
    private readonly changed: EventsMapping['changed'],
  ) {}

  /** In the order of the events, which is that of the file: of several with one key the later replaces the earlier. */
  async store(incoming: readonly Incoming[]): Promise<Stored[]> {
    const fates = new Map<Incoming, Stored>();
    let known: Known = this.lookFirst ? await this.known(incoming) : await this.knownEarlier(incoming);
    let found = known.size;
    for (let round = 0; fates.size < incoming.length; round += 1) {
      if (round === ROUNDS) throw new Error('events are contended: others keep changing the same ones');
      const open = incoming.filter((one) => !fates.has(one));
      const fresh = firstOfEach(open.filter((one) => !known.has(one)));
      const refused = await this.insert(fresh);
      for (const one of fresh) {
        if (!refused.has(one)) fates.set(one, { fate: 'stored', memberId: one.doc.memberId });
      }
      if (round === 0) found += refused.size;
      await this.settle(
        open.filter((one) => known.has(one)),
        known,
        fates,
      );
      known = await this.known(incoming.filter((one) => !fates.has(one)));
    }
    this.lookFirst = found > incoming.length / 50;
    await this.note(incoming, fates);
    return incoming.flatMap((one) => fates.get(one) ?? []);
  }

  private async insert(fresh: readonly Incoming[]): Promise<Set<Incoming>> {
    const docs = fresh.map(({ doc }) => doc);
    const known = await insertNew(collection(this.db, 'events'), docs, '_id_', 'dedupeKey');
    return new Set(known.flatMap((index) => fresh[index] ?? []));
  }

  /** Says what comes of rows that found an event; those of an event that somebody else changed meanwhile stay open. */
  private async settle(met: readonly Incoming[], known: Known, fates: Map<Incoming, Stored>): Promise<void> {
    const byEvent = new Map<string, { stored: EventDoc; rows: Incoming[] }>();
    for (const one of met) {
      const stored = known.get(one);
      if (stored === undefined) continue;
      const group = byEvent.get(stored._id) ?? { stored, rows: [] };
      byEvent.set(stored._id, group);
      group.rows.push(one);
    }
    const replacements: (Replacement & { rows: [Incoming, Stored][] })[] = [];
    for (const { stored, rows } of byEvent.values()) {
      let current = stored;
      const found = rows.map((one): [Incoming, Stored] => {
        const fate = fateOf(comparedOf(one.doc), comparedOf(current), this.changed);
        if (fate === 'replace') current = { ...current, ...contentBy(one.doc) };
        if (fate === 'replace' || fate === 'own-replaced') this.replaced.add(stored._id);
        return [one, { fate, memberId: stored.memberId }];
      });
      if (current === stored) for (const [one, fate] of found) fates.set(one, fate);
      else replacements.push({ stored, current, rows: found });
    }
    const late = new Set(await replaceEvents(this.db, this.importId, replacements));
    replacements.forEach(({ rows }, index) => {
      if (!late.has(index)) for (const [one, fate] of rows) fates.set(one, fate);
    });
    await this.rekey(met, known);
  }

  /** An event that was known by its key of before gets the one that it is known by from now on. */
  private async rekey(met: readonly Incoming[], known: Known): Promise<void> {
    const writes = met.flatMap((one) => {
      const stored = known.get(one);
      if (stored === undefined || stored.dedupeKey === one.doc.dedupeKey) return [];
      if (stored.memberId !== one.doc.memberId) return [];
      const { _id, dedupeKey } = stored;
      return [
        { updateOne: { filter: { _id, dedupeKey }, update: { $set: { dedupeKey: one.doc.dedupeKey } } } },
      ];
    });
    if (writes.length === 0) return;
    try {
      await collection(this.db, 'events').bulkWrite(writes, { ordered: false });
    } catch (error) {
      // Somebody else stored the same row under its new key meanwhile: then both stay.
      duplicatesOf(error, 'dedupeKey');
    }
  }

  private async known(incoming: readonly Incoming[]): Promise<Map<Incoming, EventDoc>> {
    const keys = incoming.map(({ doc }) => doc.dedupeKey);
    const stored = await storedEvents(this.db, [...new Set(keys)]);
    const known = await this.knownEarlier(incoming.filter(({ doc }) => !stored.has(doc.dedupeKey)));
    for (const one of incoming) {
      const event = stored.get(one.doc.dedupeKey);
      if (event) known.set(one, event);
    }
    return known;
  }

  private async knownEarlier(incoming: readonly Incoming[]): Promise<Map<Incoming, EventDoc>> {
    const known = new Map<Incoming, EventDoc>();
    const stored = await storedEvents(
      this.db,
      incoming.flatMap(({ earlier }) => earlier ?? []),
    );
    for (const one of incoming) {
      const event = one.earlier === null ? undefined : stored.get(one.earlier);
      // A key of before didn't have the type in it: then it is another event.
      if (event && event.type === one.doc.type) known.set(one, event);
    }
    return known;
  }

  private async note(incoming: readonly Incoming[], fates: ReadonlyMap<Incoming, Stored>): Promise<void> {
    const added = incoming.flatMap((one) => {
      const fate = fates.get(one)?.fate;
      return fate === 'stored' || fate === 'own' ? one.doc._id : [];
    });
    await noteEvents(this.db, added);
    await noteReplaced(this.db, [...this.replaced]);
    this.replaced = new Set();
  }
}

/** Of several with one key only the first: which of them the database would take isn't said. */
function firstOfEach(incoming: readonly Incoming[]): Incoming[] {
  const seen = new Set<string>();
  return incoming.filter(({ doc: { dedupeKey } }) => {
    const isFirst = !seen.has(dedupeKey);
    seen.add(dedupeKey);
    return isFirst;
  });
}

function contentBy({ _id: replacedBy, type, at, props }: EventDoc) {
  return { type, at, props, replacedBy };
}
