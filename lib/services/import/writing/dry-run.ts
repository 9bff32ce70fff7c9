import type { Db } from 'mongodb';
import type { EventsMapping, MembersMapping } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { dedupeKeyOf, type EventItem, eventDoc } from '../keys/event-item';
import { MendedOffsets } from '../keys/mended-offsets';
import { storedEvents } from '../keys/stored-events';
import type { MemberRow } from '../rows/member-row';
import { apartTypes } from './apart-types';
import { mergedRows, nothingCameOf, rejectRow, type WriteBatch } from './batch';
import { DryOwners } from './dry-owners';
import { type Compared, comparedOf, fateOf } from './event-fate';
import { MemberChange } from './member-change';
import { otherMember, ownerReason } from './owner-reason';
import { countFate } from './write-events';

/** Members remembered as they would be; one that turns up again later than this counts as changed. */
const REMEMBERED = 100_000;

/** Counts what an import of events would do; writes nothing. */
export function dryEvents(db: Db, mapping: EventsMapping, mended: boolean): WriteBatch<EventItem> {
  const members = new DryOwners(db, mapping.createMembers, apartTypes(mapping));
  const offsets = new MendedOffsets(db);
  /** Events as they would be by now, by key; only those with an id, since rows are told apart by their count already. */
  const would = new Map<string, Compared>();

  return async (items) => {
    const { owners, created, merges } = await members.find(items.map(({ value }) => value.row.identities));
    const offset = mended ? await offsets.of(items.map(({ value }) => value)) : () => 0;
    const outcome = { ...nothingCameOf(), newMembers: created, merges: mergedRows(items, merges) };
    const keys = items.map(({ value }) => dedupeKeyOf(value.key, offset(value)));
    const earlier = items.map(({ value }) => value.earlier && dedupeKeyOf(value.earlier, offset(value)));
    const stored = await storedEvents(db, [...new Set([...keys, ...earlier.flatMap((key) => key ?? [])])]);
    items.forEach((item, index) => {
      const owner = owners[index] ?? { kind: 'unknown' };
      const reason = ownerReason(owner, mapping.identities[0]?.column ?? null);
      if (reason) outcome.rejected.push(rejectRow(item.row, [reason]));
      if (owner.kind !== 'member') return;
      const dedupeKey = keys[index] ?? '';
      const _id = `+${item.row.line}`;
      const doc = eventDoc(item.value.row, { _id, memberId: owner.id, source: mapping.source, dedupeKey });
      const row = comparedOf(doc);
      const current =
        would.get(dedupeKey) ??
        compared(stored.get(dedupeKey) ?? sameType(stored.get(earlier[index] ?? ''), doc));
      const fate = current ? fateOf(row, current, mapping.changed) : 'stored';
      countFate(outcome, fate);
      if (current && fate === 'other-member')
        outcome.rejected.push(rejectRow(item.row, [otherMember(current.memberId)]));
      if ('unique' in item.value.key && (fate === 'stored' || fate === 'replace')) would.set(dedupeKey, row);
    });
    return outcome;
  };
}

function compared(event: EventDoc | undefined): Compared | undefined {
  return event && comparedOf(event);
}

/** A key of before didn't have the type in it. */
function sameType(event: EventDoc | undefined, { type }: EventDoc): EventDoc | undefined {
  return event?.type === type ? event : undefined;
}

/** Counts what an import of members would do; writes nothing. */
export function dryMembers(db: Db, mapping: MembersMapping): WriteBatch<MemberRow> {
  const members = new DryOwners(db, true, apartTypes(mapping));
  const changes = new Map<string, MemberChange>();

  return async (items) => {
    const { owners, created, merges } = await members.find(items.map(({ value }) => value.identities));
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
    const outcome = { ...nothingCameOf(), newMembers: created, merges: mergedRows(items, merges) };
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
