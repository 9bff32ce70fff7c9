import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import type { Fence } from '@/lib/jobs/handler';
import { noteRemoved } from './note-changes';

/**
 * Removes members with everything of theirs: points, events, identities, and then themselves, so that what was interrupted
 * is found again. Identities before the member: who claims one meanwhile makes a member of its own. Nothing may import
 * meanwhile: it would store events of members that it found just before.
 *
 * What is theirs is marked first, and only what bears the mark goes. A worker that comes back late finds out in between;
 * and what it has sent already doesn't find what came since, neither of members that another claim found reason to keep,
 * nor of members made anew under the same ids (those of the demo). Without `fenced` nobody else may do the same.
 */
export async function removeMembers(
  db: Db,
  members: readonly Pick<MemberDoc, '_id' | 'ord'>[],
  fenced?: Fence,
): Promise<{ events: number }> {
  if (members.length === 0) return { events: 0 };
  const ids = members.map(({ _id }) => _id);
  const ords = members.map(({ ord }) => ord);
  if (fenced) await markTheirs(db, ids, { $max: { leaving: fenced.fence } });
  const isOpen = (await fenced?.writing('removal', { ords })) ?? {};
  const leaving = fenced ? { leaving: fenced.fence } : {};
  const theirs = { memberId: { $in: ids }, ...leaving };
  // The ledger before the account, so that what is interrupted is found again.
  await collection(db, 'pointEntries').deleteMany(theirs);
  await collection(db, 'pointAccounts').deleteMany({ _id: { $in: ids }, ...leaving });
  const { deletedCount: events } = await collection(db, 'events').deleteMany(theirs);
  await collection(db, 'identities').deleteMany(theirs);
  // Members made anew may have the same ids, but never the same `ord`.
  await collection(db, 'members').deleteMany({ ord: { $in: ords }, ...isOpen });
  const left = await collection(db, 'members')
    .find({ ord: { $in: ords } }, { projection: { ord: 1 }, batchSize: ords.length + 1 })
    .toArray();
  const stay = new Set(left.map(({ ord }) => ord));
  const gone = members.filter(({ ord }) => !stay.has(ord));
  await collection(db, 'importChanges').deleteMany({ of: { $in: gone.map(({ _id }) => `member:${_id}`) } });
  await noteRemoved(
    db,
    gone.map(({ ord }) => ord),
  );
  return { events };
}

/** Members that are to stay after all: what a claim before marked of theirs stays with them. */
export async function keepMembers(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await markTheirs(db, ids, { $unset: { leaving: '' } });
}

async function markTheirs(
  db: Db,
  ids: readonly string[],
  mark: { $max: { leaving: number } } | { $unset: { leaving: '' } },
): Promise<void> {
  const theirs = { memberId: { $in: [...ids] } };
  await collection(db, 'pointEntries').updateMany(theirs, mark);
  await collection(db, 'pointAccounts').updateMany({ _id: { $in: [...ids] } }, mark);
  await collection(db, 'events').updateMany(theirs, mark);
  await collection(db, 'identities').updateMany(theirs, mark);
}
