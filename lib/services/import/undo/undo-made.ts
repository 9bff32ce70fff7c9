import type { UndoNumbers } from '@/lib/contracts/import-undo';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { endOfOrds } from '@/lib/members/ord';
import { keepMembers, removeMembers } from '@/lib/members/remove-members';
import { isOwn, type UndoStep, undoBatch } from './undo-step';

type Counts = Pick<UndoNumbers, 'members' | 'membersKept' | 'grouped' | 'listed'>;
type Made = Pick<MemberDoc, '_id' | 'ord' | 'tags' | 'layers' | 'lists'>;

/** Removes the members that the import made, but for those of whom others have said something since. */
export async function removeMade(step: UndoStep, fromOrd: number): Promise<Counts> {
  const { db, importId, dryRun, hold, fenced } = step;
  const counts: Counts = { members: 0, membersKept: 0, grouped: 0, listed: 0 };
  const end = await endOfOrds(db);
  for (let from = fromOrd; from < end; from += undoBatch) {
    await hold();
    const made = await collection(db, 'members')
      .find({ ord: { $gte: from, $lt: from + undoBatch }, import: importId })
      .project<Made>({ ord: 1, tags: 1, layers: 1, lists: 1 })
      .toArray();
    const attached = await attachedTo(step, made);
    const going = made.filter(({ _id }) => !attached.has(_id));
    counts.members += going.length;
    counts.membersKept += attached.size;
    counts.grouped += going.filter(({ tags, layers }) => tags.length + Object.keys(layers).length > 0).length;
    counts.listed += made.filter(({ lists }) => lists.length > 0).length;
    if (dryRun) continue;
    await keepMembers(db, [...attached]);
    await removeMembers(db, going, fenced);
  }
  return counts;
}

/**
 * Members of whom somebody else has said something: events of others, values or identities that other imports brought, lists
 * that name them, points booked by hand. Tags and layers are none: they are worked out.
 */
async function attachedTo({ db, importId }: UndoStep, members: readonly Made[]): Promise<Set<string>> {
  const ids = members.map(({ _id }) => _id);
  const attached = new Set<string>();
  if (ids.length === 0) return attached;
  for (const { _id, lists } of members) if (lists.length > 0) attached.add(_id);
  const events = collection(db, 'events')
    .find({ memberId: { $in: ids } }, { projection: { memberId: 1, replacedBy: 1 } })
    .batchSize(10_000);
  for await (const { _id, memberId, replacedBy } of events) {
    const isOurs = isOwn(importId, _id) && (replacedBy === undefined || isOwn(importId, replacedBy));
    if (!isOurs) attached.add(memberId);
  }
  const changes = collection(db, 'importChanges').find(
    { of: { $in: ids.map((id) => `member:${id}`) }, import: { $ne: importId } },
    { projection: { of: 1 } },
  );
  for await (const { of } of changes) attached.add(of.slice('member:'.length));
  const booked = collection(db, 'pointEntries').find(
    { memberId: { $in: ids }, kind: { $in: ['redeem', 'adjust'] } },
    { projection: { memberId: 1 } },
  );
  for await (const { memberId } of booked) attached.add(memberId);
  return attached;
}
