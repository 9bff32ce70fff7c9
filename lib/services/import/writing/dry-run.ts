import type { Db } from 'mongodb';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import type { MemberRow } from '../rows/member-row';
import { type BatchOutcome, rejectRow, type WriteBatch } from './batch';
import { DryOwners } from './dry-owners';
import { dedupeKeyOf, type EventItem } from './event-item';
import { MemberChange } from './member-change';
import { MendedOffsets } from './mended-offsets';
import { ownerReason } from './owner-reason';
import { storedKeys } from './stored-keys';

/** Members remembered as they would be; one that turns up again later than this counts as changed. */
const REMEMBERED = 100_000;

/** Counts what an import of events would do; writes nothing. */
export function dryEvents(db: Db, mapping: EventsMapping, mended: boolean): WriteBatch<EventItem> {
  const members = new DryOwners(db, mapping.createMembers);
  const offsets = new MendedOffsets(db);
  const seen = new Set<string>();

  return async (items) => {
    const { owners, created } = await members.find(items.map(({ value }) => value.row.identities));
    const offset = mended ? await offsets.of(items.map(({ value }) => value)) : () => 0;
    const keys = items.map(({ value }) => dedupeKeyOf(value, offset(value)));
    const known = await storedKeys(db, keys);
    const outcome: BatchOutcome = { accepted: 0, duplicates: 0, rejected: [], newMembers: created };
    items.forEach((item, index) => {
      const reason = ownerReason(owners[index] ?? { kind: 'unknown' }, mapping.identities[0]?.column ?? null);
      const key = keys[index] ?? '';
      if (reason) outcome.rejected.push(rejectRow(item.row, [reason]));
      else if (known.has(key) || seen.has(key)) outcome.duplicates += 1;
      else outcome.accepted += 1;
      // Rows without an id of their own are told apart by their count already.
      if (!reason && 'unique' in item.value.key) seen.add(key);
    });
    return outcome;
  };
}

/** Counts what an import of members would do; writes nothing. */
export function dryMembers(db: Db): WriteBatch<MemberRow> {
  const members = new DryOwners(db, true);
  const changes = new Map<string, MemberChange>();

  return async (items) => {
    const { owners, created } = await members.find(items.map(({ value }) => value.identities));
    const ids = owners.flatMap((owner) =>
      owner.kind === 'member' && !changes.has(owner.id) ? owner.id : [],
    );
    const stored = await collection(db, 'members')
      .find(
        { _id: { $in: ids.filter((id) => !members.isNew(id)) } },
        { projection: { identities: 1, attrs: 1, consent: 1 } },
      )
      .toArray();
    const byId = new Map(stored.map((member) => [member._id, member]));
    const outcome: BatchOutcome = { accepted: 0, duplicates: 0, rejected: [], newMembers: created };
    items.forEach((item, index) => {
      const owner = owners[index] ?? { kind: 'unknown' };
      const reason = ownerReason(owner, null);
      if (reason) outcome.rejected.push(rejectRow(item.row, [reason]));
      if (owner.kind !== 'member') return;
      const nothing = { identities: [], attrs: {}, consent: {} };
      const change =
        changes.get(owner.id) ?? new MemberChange(byId.get(owner.id) ?? nothing, members.isNew(owner.id));
      changes.set(owner.id, change);
      if (change.apply(item.value)) outcome.accepted += 1;
      else outcome.duplicates += 1;
    });
    for (const id of changes.keys()) {
      if (changes.size <= REMEMBERED) break;
      changes.delete(id);
    }
    return outcome;
  };
}
