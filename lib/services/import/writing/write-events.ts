import type { Db } from 'mongodb';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import type { EventDoc } from '@/lib/db/documents';
import type { BatchOutcome, WriteBatch } from './batch';
import { rejectRow } from './batch';
import { dedupeKeyOf, type EventItem, eventDoc } from './event-item';
import { EventInserter } from './insert-events';
import { MemberOfRows } from './member-of-rows';
import { eventId, MendedOffsets } from './mended-offsets';
import { ownerReason } from './owner-reason';

export interface EventsWriterOptions {
  importId: string;
  /** The file is one of ours with rejected rows. */
  mended: boolean;
  abandonedAfterMs?: number;
}

/** Writes rows of events: one whose dedupe key is stored is a duplicate, one without a member is rejected. */
export function eventsWriter(
  db: Db,
  mapping: EventsMapping,
  { importId, mended, abandonedAfterMs }: EventsWriterOptions,
): WriteBatch<EventItem> {
  const members = new MemberOfRows(db, { create: mapping.createMembers, abandonedAfterMs });
  const inserter = new EventInserter(db);
  const offsets = new MendedOffsets(db);

  return async (items) => {
    const { owners, created } = await members.find(items.map(({ value }) => value.row.identities));
    const offset = mended ? await offsets.of(items.map(({ value }) => value)) : () => 0;
    const outcome: BatchOutcome = { accepted: 0, duplicates: 0, rejected: [], newMembers: created };
    const docs = items.flatMap((item, index): EventDoc[] => {
      const owner = owners[index] ?? { kind: 'unknown' };
      const reason = ownerReason(owner, mapping.identities[0]?.column ?? null);
      if (reason) outcome.rejected.push(rejectRow(item.row, [reason]));
      if (owner.kind !== 'member') return [];
      const _id = eventId(importId, item.row.line, mended);
      const dedupeKey = dedupeKeyOf(item.value, offset(item.value));
      return [eventDoc(item.value, { _id, memberId: owner.id, source: mapping.source, dedupeKey })];
    });
    const { accepted, duplicates } = await inserter.insert(docs);
    return { ...outcome, accepted, duplicates };
  };
}
