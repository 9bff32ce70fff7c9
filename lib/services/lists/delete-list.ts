import { rm } from 'node:fs/promises';
import { type Db, ObjectId } from 'mongodb';
import { z } from 'zod';
import type { List } from '@/lib/contracts/lists';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { enqueue } from '@/lib/jobs/enqueue';
import { defineJob } from '@/lib/jobs/handler';
import { audit } from '@/lib/services/audit/audit';
import { refuseIfUsed } from '@/lib/services/catalogue/usage';
import { findList, toList } from './list-dto';
import { unmatchedPath } from './unmatched-file';

/** Members in one statement, so that it can be cancelled in between. */
const RANGE = 20_000;

/** Queues the removal of a list that no rule reads. Throws `not-found`, `in-use`, `already-running`. */
export async function deleteList(db: Db, actor: Actor, id: string): Promise<List> {
  const list = await findList(db, id);
  await refuseIfUsed(db, { kind: 'list', id }, { zh: list.label, en: list.label });
  const job = `delete-list:${new ObjectId().toHexString()}`;
  const deleting = await collection(db, 'lists').findOneAndUpdate(
    { _id: id, state: { $in: ['ready', 'failed'] } },
    { $set: { state: 'deleting', job } },
    { returnDocument: 'after' },
  );
  if (deleting === null) throw new Problem('already-running', { name: list.label });
  await enqueue(db, { id: job, kind: 'delete-list', params: { list: id }, createdBy: actorName(actor) });
  await audit(db, actor, 'list.delete', `list:${id}`, { label: list.label });
  return toList(deleting);
}

/** Takes the list off its members, range by range, then forgets it. */
export const deleteListJob = defineJob({
  kind: 'delete-list',
  params: z.object({ list: z.string() }),
  async run({ db, params: { list }, signal, progress }) {
    const members = collection(db, 'members');
    const last = await members.findOne({}, { sort: { ord: -1 }, projection: { ord: 1 } });
    const total = last ? last.ord + 1 : 0;
    for (let from = 0; from < total; from += RANGE) {
      signal.throwIfAborted();
      await members.updateMany(
        { ord: { $gte: from, $lt: from + RANGE }, lists: list },
        { $pull: { lists: list }, $set: { updatedAt: new Date() } },
      );
      progress(Math.min(from + RANGE, total), total, 'remove');
    }
    await rm(await unmatchedPath(list), { force: true });
    await collection(db, 'lists').deleteOne({ _id: list });
    return null;
  },
  async ended({ db, params }) {
    await collection(db, 'lists').updateOne(
      { _id: params.list, state: 'deleting' },
      { $set: { state: 'failed' } },
    );
  },
});
