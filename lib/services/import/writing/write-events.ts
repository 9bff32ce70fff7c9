import type { Db } from 'mongodb';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import { dedupeKeyOf, type EventItem, eventDoc } from '../keys/event-item';
import { eventId, MendedOffsets } from '../keys/mended-offsets';
import { type BatchOutcome, type Item, mergedRows, nothingCameOf, rejectRow, type WriteBatch } from './batch';
import type { ImportClaim } from './import-claim';
import { MemberOfRows } from './member-of-rows';
import { otherMember, ownerReason } from './owner-reason';
import { EventStore, type Incoming, type Stored } from './store-events';

export interface EventsWriterOptions extends ImportClaim {
  /** The file is one of ours with rejected rows. */
  mended: boolean;
}

/** Writes rows of events: what comes of one whose key is stored says `fateOf`; one without a member is rejected. */
export function eventsWriter(
  db: Db,
  mapping: EventsMapping,
  { mended, ...claim }: EventsWriterOptions,
): WriteBatch<EventItem> {
  const { importId } = claim;
  const members = new MemberOfRows(db, mapping, claim);
  const store = new EventStore(db, importId, mapping.changed);
  const offsets = new MendedOffsets(db);

  return async (items) => {
    await claim.fenced?.hold();
    const { owners, created, merges } = await members.find(
      items.map(({ value, row: { line } }) => ({ line, identities: value.row.identities })),
    );
    const offset = mended ? await offsets.of(items.map(({ value }) => value)) : () => 0;
    const outcome = { ...nothingCameOf(), newMembers: created, merges: mergedRows(items, merges) };
    const known = items.flatMap((item, index): (Incoming & { item: Item<EventItem> })[] => {
      const owner = owners[index] ?? { kind: 'unknown' };
      const reason = ownerReason(owner, mapping.identities[0]?.column ?? null);
      if (reason) outcome.rejected.push(rejectRow(item.row, [reason]));
      if (owner.kind !== 'member') return [];
      const { row, key, earlier } = item.value;
      const dedupeKey = dedupeKeyOf(key, offset(item.value));
      const _id = eventId(importId, item.row.line, mended);
      const doc = eventDoc(row, { _id, memberId: owner.id, source: mapping.source, dedupeKey });
      return [{ item, doc, earlier: earlier && dedupeKeyOf(earlier, offset(item.value)) }];
    });
    // An insert can't ask whether it is late: only one that is on its way already may be (undo/late-writes.ts).
    await claim.fenced?.hold();
    const stored = await store.store(known);
    stored.forEach(({ fate, memberId }, index) => {
      const item = known[index]?.item;
      countFate(outcome, fate);
      if (item && fate === 'other-member')
        outcome.rejected.push(rejectRow(item.row, [otherMember(memberId)]));
    });
    return outcome;
  };
}

/** Counts what came of a row; one that is rejected is for the caller to add. */
export function countFate(outcome: BatchOutcome, fate: Stored['fate']): void {
  switch (fate) {
    case 'stored':
    case 'own':
      outcome.accepted += 1;
      return;
    case 'replace':
    case 'own-replaced':
      outcome.accepted += 1;
      outcome.changed += 1;
      return;
    case 'stays':
      outcome.duplicates += 1;
      outcome.changed += 1;
      return;
    case 'same':
      outcome.duplicates += 1;
      return;
    case 'other-member':
      return;
  }
}
