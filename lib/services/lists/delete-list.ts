import { type Db, ObjectId } from 'mongodb';
import type { List } from '@/lib/contracts/lists';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { refuseIfUsed } from '@/lib/services/catalogue/usage';
import { findList, toList } from './list-dto';
import { listLock } from './list-lock';

/** Queues the removal of a list that no rule reads. Throws `not-found`, `in-use`, `already-running`. */
export async function deleteList(db: Db, actor: Actor, id: string): Promise<List> {
  const list = await findList(db, id);
  await refuseIfUsed(db, { kind: 'list', id }, { zh: list.label, en: list.label });
  // A removal that was called off can be asked for again: each is a job of its own.
  const job = `delete-list:${new ObjectId().toHexString()}`;
  const deleting = await collection(db, 'lists').findOneAndUpdate(
    { _id: id, state: { $in: ['ready', 'failed'] } },
    { $set: { state: 'deleting', job } },
    { returnDocument: 'after' },
  );
  if (deleting === null) throw new Problem('already-running', { name: list.label });
  await enqueue(db, {
    id: job,
    kind: 'delete-list',
    params: { list: id },
    lockKey: listLock(id),
    createdBy: actorName(actor),
  });
  await audit(db, actor, 'list.delete', `list:${id}`, { label: list.label });
  return toList(deleting);
}
