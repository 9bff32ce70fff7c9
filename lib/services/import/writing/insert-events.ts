import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { duplicatesOf } from '@/lib/db/duplicate-key';
import { noteEvents } from '@/lib/services/members/note-changes';
import { storedKeys } from './stored-keys';

/**
 * Inserts events and counts those whose `dedupeKey` was there already. An event with the very `_id` that it was to
 * get is our own, from before a crash: it counts as inserted. After a batch with duplicates the next one is looked
 * up first, since a refused insert costs many times a refused lookup; after one without, it is inserted at once.
 */
export class EventInserter {
  private lookFirst = false;

  constructor(private readonly db: Db) {}

  async insert(docs: readonly EventDoc[]): Promise<{ accepted: number; duplicates: number }> {
    if (docs.length === 0) return { accepted: 0, duplicates: 0 };
    const known = this.lookFirst ? await this.idsByKey(docs) : new Map<string, string>();
    const fresh = docs.filter(({ dedupeKey }) => !known.has(dedupeKey));
    const refused = await this.tryInsert(fresh);
    const stored = refused.length > 0 ? new Map([...known, ...(await this.idsByKey(refused))]) : known;
    this.lookFirst = stored.size > docs.length / 50;
    const candidates = [...docs.filter(({ dedupeKey }) => known.has(dedupeKey)), ...refused];
    const duplicates = new Set(candidates.filter(({ _id, dedupeKey }) => stored.get(dedupeKey) !== _id));
    const accepted = docs.filter((doc) => !duplicates.has(doc));
    await noteEvents(
      this.db,
      accepted.map(({ _id }) => _id),
    );
    return { accepted: accepted.length, duplicates: duplicates.size };
  }

  private async tryInsert(docs: readonly EventDoc[]): Promise<EventDoc[]> {
    if (docs.length === 0) return [];
    try {
      await collection(this.db, 'events').insertMany([...docs], { ordered: false });
      return [];
    } catch (error) {
      return duplicatesOf(error, '_id_', 'dedupeKey').flatMap((index) => docs[index] ?? []);
    }
  }

  private idsByKey(docs: readonly EventDoc[]): Promise<Map<string, string>> {
    return storedKeys(
      this.db,
      docs.map(({ dedupeKey }) => dedupeKey),
    );
  }
}
