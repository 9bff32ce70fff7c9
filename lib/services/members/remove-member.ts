import { type Db, ObjectId } from 'mongodb';
import type { Removal } from '@/lib/contracts/members';
import { type Actor, actorName } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import {
  refuseWhileImporting,
  refuseWhileTakingBack,
  TAKE_BACK_LOCK,
} from '@/lib/services/import/undo/under-way';
import { memberById } from './member-detail';

/** What goes with a member. Throws `not-found`. */
export async function memberRemoval(db: Db, id: string): Promise<Removal> {
  const member = await memberById(db, id);
  const [events, account] = await Promise.all([
    collection(db, 'events').countDocuments({ memberId: id }),
    collection(db, 'pointAccounts').findOne({ _id: id }, { projection: { balance: 1, seq: 1 } }),
  ]);
  return {
    events,
    identities: member.identities.length,
    points: account?.balance ?? 0,
    entries: account?.seq ?? 0,
    tags: member.tags.length,
    layers: Object.keys(member.layers).length,
    lists: member.lists.length,
  };
}

/** Queues the removal of a member; gives the job. Throws `not-found`, `import-running`, `taking-back`. */
export async function removeMember(db: Db, actor: Actor, id: string): Promise<string> {
  const { ord } = await memberById(db, id);
  const removal = await memberRemoval(db, id);
  await refuseWhileImporting(db);
  await refuseWhileTakingBack(db);
  const job = await enqueue(db, {
    id: `remove-member:${new ObjectId().toHexString()}`,
    kind: 'remove-member',
    // `ord` too: where the member is gone already, live counts still have to be told.
    params: { member: id, ord },
    lockKey: TAKE_BACK_LOCK,
    createdBy: actorName(actor),
  });
  await audit(db, actor, 'member.remove', `member:${id}`, { ...removal });
  return job;
}
