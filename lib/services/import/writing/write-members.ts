import type { Db } from 'mongodb';
import type { MembersMapping } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { insertNew } from '@/lib/db/insert-new';
import { inOneOrder } from '@/lib/db/one-order';
import { importedMemberId } from '@/lib/members/member-id';
import { newMember } from '@/lib/members/new-member';
import { takeOrds } from '@/lib/members/ord';
import { resolveMembers } from '@/lib/members/resolve-members';
import { recordMembers } from '../changes/record-members';
import type { MemberRow } from '../rows/member-row';
import { apartTypes } from './apart-types';
import {
  type BatchOutcome,
  type Item,
  mergedRows,
  nothingCameOf,
  type RejectedRow,
  rejectRow,
  type WriteBatch,
} from './batch';
import { changing, claimingRows, type ImportClaim } from './import-claim';
import { MemberChange } from './member-change';
import { ownerReason } from './owner-reason';

const NOTHING_STORED = { identities: [], attrs: {}, consent: {} };

/** Writes rows of members: a row that changes nothing is a duplicate, one of two members is rejected. */
export function membersWriter(db: Db, mapping: MembersMapping, claim: ImportClaim): WriteBatch<MemberRow> {
  const apart = apartTypes(mapping);
  const { importId, abandonedAfterMs, fenced } = claim;
  return async (items) => {
    await fenced?.hold();
    const lineOf = (row: number) => items[row]?.row.line ?? 0;
    const { owners, created, existing, merges } = await resolveMembers(
      db,
      items.map(({ value }) => value.identities),
      {
        create: true,
        apart,
        madeBy: importId,
        abandonedAfterMs,
        idOf: (row) => importedMemberId(importId, lineOf(row)),
        hold: fenced?.hold,
        claiming: claimingRows(claim, lineOf),
      },
    );
    const changes = new Map<string, MemberChange>();
    const lines = new Map<string, number>();
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
      if (!lines.has(owner.id)) lines.set(owner.id, item.row.line);
      if (change.apply(item.value)) outcome.accepted += 1;
      else outcome.duplicates += 1;
    });
    const planned = await plannedOutcome(claim, items, outcome);
    const before = [...changes].filter(([id]) => !created.has(id) && existing.get(id)?.import !== importId);
    const recorded = before.flatMap(([id, change]) => {
      const changed = change.changed();
      return changed ? [[id, { ...changed, line: lines.get(id) ?? 0 }] as const] : [];
    });
    await recordMembers(db, importId, new Map(recorded));
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
    const member = newMember(id, firstOrd + index, identities, now, claim.importId);
    return changes.get(id)?.fill(member) ?? member;
  });
  if (docs.length > 0) await claim.fenced?.hold();
  const made = await insertMembers(db, docs);
  const open = [...changes].filter(([id, change]) => !made.has(id) && !change.isEmpty);
  if (open.length === 0) return;
  const isOpen = await changing(
    claim,
    open.map(([id]) => id),
  );
  const updates = inOneOrder(open, ([id]) => id).flatMap(
    ([id, change]) => change.update(id, now, isOpen) ?? [],
  );
  if (updates.length > 0) await collection(db, 'members').bulkWrite(updates, { ordered: false });
}

/** Inserts new members and gives the ids that it made; the others were made by whoever repaired their claims. */
export async function insertMembers(db: Db, docs: readonly MemberDoc[]): Promise<Set<string>> {
  const known = new Set(await insertNew(collection(db, 'members'), docs, '_id_'));
  return new Set(docs.filter((_, index) => !known.has(index)).map(({ _id }) => _id));
}
