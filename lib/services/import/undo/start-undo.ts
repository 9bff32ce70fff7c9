import { type Db, ObjectId } from 'mongodb';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { findImport } from '../records/find-import';
import { canUndo, undoableStates } from './can-undo';
import { refuseWhileImporting, refuseWhileTakingBack, TAKE_BACK_LOCK } from './under-way';

/**
 * Queues taking an import back, or a trial of it; gives the job. Throws `not-found`, `not-undoable`, `import-running`,
 * `taking-back`.
 */
export async function startUndo(db: Db, actor: Actor, id: string, dryRun: boolean): Promise<string> {
  const doc = await findImport(db, id);
  if (!canUndo(doc)) throw new Problem('not-undoable', { name: doc.name });
  const job = `undo-import:${new ObjectId().toHexString()}`;
  const by = actorName(actor);
  const queued = { id: job, kind: 'undo-import', params: { import: id, dryRun }, createdBy: by } as const;
  if (dryRun) return enqueue(db, queued);
  await refuseWhileImporting(db);
  await refuseWhileTakingBack(db);
  // What a trial said of one that was interrupted stays what it comes to.
  const undo = { job, by, at: new Date(), numbers: doc.undo?.numbers ?? null };
  const begun = await collection(db, 'imports').updateOne(
    { _id: id, state: { $in: [...undoableStates] } },
    { $set: { state: 'undoing', undo } },
  );
  if (begun.matchedCount === 0) throw new Problem('not-undoable', { name: doc.name });
  await enqueue(db, { ...queued, lockKey: TAKE_BACK_LOCK });
  await audit(db, actor, 'import.undo', `import:${id}`, { name: doc.name });
  return job;
}
