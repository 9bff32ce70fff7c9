import type { Db } from 'mongodb';
import type { MembersMapping } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { duplicatesOf } from '@/lib/services/members/claims';
import { newMember } from '@/lib/services/members/new-member';
import { takeOrds } from '@/lib/services/members/ord';
import { type ResolveOptions, resolveMembers } from '@/lib/services/members/resolve-members';
import type { MemberRow } from '../rows/member-row';
import { apartTypes } from './apart-types';
import { type Item, mergedRows, nothingCameOf, type RejectedRow, rejectRow, type WriteBatch } from './batch';
import { MemberChange } from './member-change';
import { ownerReason } from './owner-reason';

const NOTHING_STORED = { identities: [], attrs: {}, consent: {} };

/** Writes rows of members: a row that changes nothing is a duplicate, one of two members is rejected. */
export function membersWriter(
  db: Db,
  mapping: MembersMapping,
  options: Pick<ResolveOptions, 'abandonedAfterMs'>,
): WriteBatch<MemberRow> {
  const apart = apartTypes(mapping);
  return async (items) => {
    const { owners, created, existing, merges } = await resolveMembers(
      db,
      items.map(({ value }) => value.identities),
      { ...options, apart, create: true },
    );
    const changes = new Map<string, MemberChange>();
    const outcome = { ...nothingCameOf(), newMembers: created.size, merges: mergedRows(items, merges) };
    owners.forEach((owner, index) => {
      const item = items[index];
      if (item === undefined) return;
      if (owner.kind !== 'member') {
        outcome.rejected.push(...rejection(item, ownerReason(owner, null)));
        return;
      }
      const change =
        changes.get(owner.id) ??
        new MemberChange(existing.get(owner.id) ?? NOTHING_STORED, created.has(owner.id));
      changes.set(owner.id, change);
      if (change.apply(item.value)) outcome.accepted += 1;
      else outcome.duplicates += 1;
    });
    await write(db, changes, created);
    return outcome;
  };
}

function rejection(item: Item<MemberRow>, reason: RejectedRow['reasons'][number] | null): RejectedRow[] {
  return reason ? [rejectRow(item.row, [reason])] : [];
}

async function write(
  db: Db,
  changes: ReadonlyMap<string, MemberChange>,
  created: ReadonlyMap<string, MemberDoc['identities']>,
): Promise<void> {
  const now = new Date();
  const firstOrd = created.size > 0 ? await takeOrds(db, created.size) : 0;
  const docs = [...created].map(([id, identities], index) => {
    const member = newMember(id, firstOrd + index, identities, now);
    return changes.get(id)?.fill(member) ?? member;
  });
  const made = await insertMembers(db, docs);
  const updates = [...changes].flatMap(([id, change]) =>
    made.has(id) ? [] : (change.update(id, now) ?? []),
  );
  if (updates.length > 0) await collection(db, 'members').bulkWrite(updates, { ordered: false });
}

/** Inserts new members and gives the ids that it made; the others were made by whoever repaired their claims. */
export async function insertMembers(db: Db, docs: readonly MemberDoc[]): Promise<Set<string>> {
  const made = new Set(docs.map(({ _id }) => _id));
  if (docs.length === 0) return made;
  try {
    await collection(db, 'members').insertMany([...docs], { ordered: false });
  } catch (error) {
    for (const index of duplicatesOf(error)) made.delete(docs[index]?._id ?? '');
  }
  return made;
}
