import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { duplicatesOf } from '@/lib/services/members/claims';
import { importedMemberId } from '@/lib/services/members/member-id';
import { newMember } from '@/lib/services/members/new-member';
import { takeOrds } from '@/lib/services/members/ord';
import { resolveMembers } from '@/lib/services/members/resolve-members';
import type { MemberRow } from '../rows/member-row';
import { type BatchOutcome, type Item, type RejectedRow, rejectRow, type WriteBatch } from './batch';
import { changing, type ImportClaim } from './import-claim';
import { MemberChange } from './member-change';
import { ownerReason } from './owner-reason';

const NOTHING_STORED = { identities: [], attrs: {}, consent: {} };

/** Writes rows of members: a row that changes nothing is a duplicate, one of two members is rejected. */
export function membersWriter(db: Db, claim: ImportClaim): WriteBatch<MemberRow> {
  return async (items) => {
    await claim.fenced?.hold();
    const { owners, created, existing } = await resolveMembers(
      db,
      items.map(({ value }) => value.identities),
      {
        create: true,
        abandonedAfterMs: claim.abandonedAfterMs,
        idOf: (row) => importedMemberId(claim.importId, items[row]?.row.line ?? 0),
        hold: claim.fenced?.hold,
      },
    );
    const changes = new Map<string, MemberChange>();
    const outcome: BatchOutcome = { accepted: 0, duplicates: 0, rejected: [], newMembers: created.size };
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
    const planned = await plannedOutcome(claim, items, outcome);
    await write(db, claim, changes, created);
    return planned;
  };
}

/**
 * What comes of a batch is stored before it is written: half written, it can't be told any more from the members. So of a
 * batch that an earlier claim began, what that one stored counts.
 */
async function plannedOutcome(
  { plan, planned }: ImportClaim,
  items: readonly Item<MemberRow>[],
  outcome: BatchOutcome,
): Promise<BatchOutcome> {
  const [from, to] = [items[0]?.row.line ?? 0, items.at(-1)?.row.line ?? 0];
  const { accepted, duplicates, newMembers } = outcome;
  if (
    planned?.from === from &&
    planned.to === to &&
    planned.accepted + planned.duplicates === accepted + duplicates
  )
    return {
      ...outcome,
      accepted: planned.accepted,
      duplicates: planned.duplicates,
      newMembers: planned.newMembers,
    };
  await plan?.({ from, to, accepted, duplicates, newMembers });
  return outcome;
}

function rejection(item: Item<MemberRow>, reason: RejectedRow['reasons'][number] | null): RejectedRow[] {
  return reason ? [rejectRow(item.row, [reason])] : [];
}

async function write(
  db: Db,
  claim: ImportClaim,
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
  const open = [...changes].filter(([id, change]) => !made.has(id) && !change.isEmpty);
  if (open.length === 0) return;
  const isOpen = await changing(
    claim,
    open.map(([id]) => id),
  );
  const updates = open.flatMap(([id, change]) => change.update(id, now, isOpen) ?? []);
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
