import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { deletePoints } from '@/lib/services/points/forget-accounts';
import { noteRemoved } from './note-changes';

/**
 * Removes members with everything of theirs: points, events, identities, and then themselves, so that what was interrupted
 * is found again. Identities before the member: who claims one meanwhile makes a member of its own. Nothing may import
 * meanwhile: it would store events of members that it found just before.
 */
export async function removeMembers(
  db: Db,
  members: readonly Pick<MemberDoc, '_id' | 'ord'>[],
): Promise<{ events: number }> {
  if (members.length === 0) return { events: 0 };
  const ids = members.map(({ _id }) => _id);
  const { deletedCount: events } = await collection(db, 'events').deleteMany({ memberId: { $in: ids } });
  await collection(db, 'identities').deleteMany({ memberId: { $in: ids } });
  await deletePoints(db, ids);
  await collection(db, 'importChanges').deleteMany({ of: { $in: ids.map((id) => `member:${id}`) } });
  // Members made anew may have the same ids (those of the demo), but never the same `ord`.
  await collection(db, 'members').deleteMany({ ord: { $in: members.map(({ ord }) => ord) } });
  await noteRemoved(
    db,
    members.map(({ ord }) => ord),
  );
  return { events };
}
