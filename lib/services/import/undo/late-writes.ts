import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/import-documents';
import { enqueue } from '@/lib/jobs/enqueue';
import { freeClaims } from '@/lib/members/claims';
import { identityKey } from '@/lib/members/identity-key';
import { noteGone } from '@/lib/members/note-changes';
import { endOfOrds } from '@/lib/members/ord';
import { removeMembers } from '@/lib/members/remove-members';
import { TAKE_BACK_LOCK } from './under-way';
import { removeEvents } from './undo-events';
import { removeMade } from './undo-made';
import { ownIds, type UndoStep, undoBatch } from './undo-step';

/** A claim of an import that stops, and the identities that it claimed in the batch that it was at: key → member id. */
export interface StoppedClaim {
  fence: number;
  claimed: ReadonlyMap<string, string>;
}

/**
 * Called by a claim of an import that stops with an error, when all its writes were answered. An insert can't ask whether it is
 * late; so if meanwhile another claim went on and something was removed, what came back by these writes is looked for by a
 * job.
 */
export async function lookForLateWrites(
  db: Db,
  { _id, job, createdAt }: Pick<ImportDoc, '_id' | 'job' | 'createdAt'>,
  { fence, claimed }: StoppedClaim,
): Promise<void> {
  const now = await collection(db, 'imports').findOne({ _id }, { projection: { state: 1, fence: 1 } });
  if (now?.state === 'running' && now.fence === fence) return;
  const removal = { lockKey: TAKE_BACK_LOCK, kind: { $ne: 'late-writes' }, createdAt: { $gte: createdAt } };
  const removed =
    (await collection(db, 'jobs').findOne(removal, { projection: { _id: 1 } })) ??
    (await collection(db, 'changes').findOne({ gone: ownIds(_id) }, { projection: { _id: 1 } }));
  if (removed === null) return;
  await enqueue(db, {
    id: `late-writes:${_id}:${fence}`,
    kind: 'late-writes',
    params: { import: _id, claimed: [...claimed] },
    lockKey: TAKE_BACK_LOCK,
    createdBy: `system:${job ?? 'import'}`,
    maxAttempts: 1_000,
  });
}

/** Removes what an import made and what can't be there any more: all of it, if it was taken back. */
export async function removeLateWrites(
  step: UndoStep,
  { state, fromOrd = 0 }: Pick<ImportDoc, 'state' | 'fromOrd'>,
  claimed: ReadonlyMap<string, string>,
): Promise<{ events: number; members: number }> {
  const removed =
    state === 'undone'
      ? { events: (await removeEvents(step)).events, members: (await removeMade(step, fromOrd)).members }
      : { members: await removeReturned(step, fromOrd), events: await removeOrphans(step) };
  if (state === 'undone')
    await collection(step.db, 'importChanges').deleteMany({ _id: ownIds(step.importId) });
  await freeUncarried(step, claimed);
  return removed;
}

/** Members that the import made and that were removed since: nobody holds their identities. */
async function removeReturned({ db, importId, hold, fenced }: UndoStep, fromOrd: number): Promise<number> {
  let removed = 0;
  const end = await endOfOrds(db);
  for (let from = fromOrd; from < end; from += undoBatch) {
    await hold();
    const made = await collection(db, 'members')
      .find({ ord: { $gte: from, $lt: from + undoBatch }, import: importId }, { projection: { ord: 1 } })
      .toArray();
    const claims = collection(db, 'identities').find({ memberId: { $in: made.map(({ _id }) => _id) } });
    const held = new Set<string>();
    for await (const { memberId } of claims) held.add(memberId);
    const returned = made.filter(({ _id }) => !held.has(_id));
    await removeMembers(db, returned, fenced);
    removed += returned.length;
  }
  return removed;
}

/** Events of the import that were removed, or whose member was. */
async function removeOrphans({ db, importId, hold }: UndoStep): Promise<number> {
  let removed = 0;
  const range = ownIds(importId);
  const gone = new Set<string>();
  const notes = collection(db, 'changes').find({ gone: range }, { projection: { gone: 1 } });
  for await (const note of notes) for (const id of note.gone ?? []) gone.add(id);
  for (let after = range.$gt; ; ) {
    await hold();
    const some = await collection(db, 'events')
      .find({ _id: { $gt: after, $lt: range.$lt } }, { projection: { memberId: 1 } })
      .sort({ _id: 1 })
      .limit(undoBatch)
      .toArray();
    const last = some.at(-1);
    if (!last) return removed;
    after = last._id;
    const there = await membersAmong(db, some);
    const orphans = some.flatMap(({ _id, memberId }) => (there.has(memberId) && !gone.has(_id) ? [] : _id));
    if (orphans.length === 0) continue;
    await collection(db, 'events').deleteMany({ _id: { $in: orphans } });
    await noteGone(db, orphans);
    removed += orphans.length;
  }
}

/** Identities that were claimed for members who don't carry them, or aren't there. */
async function freeUncarried(
  { db, hold, fenced }: UndoStep,
  claimed: ReadonlyMap<string, string>,
): Promise<void> {
  const all = [...claimed];
  for (let start = 0; start < all.length; start += undoBatch) {
    await hold();
    const some = all.slice(start, start + undoBatch);
    const ids = [...new Set(some.map(([, member]) => member))];
    const members = await collection(db, 'members')
      .find({ _id: { $in: ids } }, { projection: { identities: 1 }, batchSize: ids.length + 1 })
      .toArray();
    const carried = new Set(
      members.flatMap(({ _id, identities }) => identities.map((one) => `${_id} ${identityKey(one)}`)),
    );
    const free = some.filter(([key, member]) => !carried.has(`${member} ${key}`));
    await freeClaims(db, new Map(free), fenced);
  }
}

async function membersAmong(db: Db, of: readonly { memberId: string }[]): Promise<Set<string>> {
  const ids = [...new Set(of.map(({ memberId }) => memberId))];
  const there = await collection(db, 'members')
    .find({ _id: { $in: ids } }, { projection: { _id: 1 }, batchSize: ids.length + 1 })
    .toArray();
  return new Set(there.map(({ _id }) => _id));
}
