import type { Db } from 'mongodb';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import type { EventDoc } from '@/lib/db/documents';
import type { BatchOutcome, WriteBatch } from './batch';
import { rejectRow } from './batch';
import { dedupeKeyOf, type EventItem, eventDoc } from './event-item';
import type { ImportClaim } from './import-claim';
import { EventInserter } from './insert-events';
import { MemberOfRows } from './member-of-rows';
import { eventId, MendedOffsets } from './mended-offsets';
import { ownerReason } from './owner-reason';

export interface EventsWriterOptions extends ImportClaim {
  /** The file is one of ours with rejected rows. */
  mended: boolean;
}

/** Writes rows of events: one whose dedupe key is stored is a duplicate, one without a member is rejected. */
export function eventsWriter(
  db: Db,
  mapping: EventsMapping,
  { mended, ...claim }: EventsWriterOptions,
): WriteBatch<EventItem> {
  const { importId } = claim;
  const members = new MemberOfRows(db, mapping.createMembers, claim);
  const inserter = new EventInserter(db);
  const offsets = new MendedOffsets(db);

  return async (items) => {
    await claim.fenced?.hold();
    const { owners, created } = await members.find(
      items.map(({ value, row: { line } }) => ({ line, identities: value.row.identities })),
    );
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
