import type { Db } from 'mongodb';
import type { AuditAction } from '@/lib/contracts/audit-actions';
import type { Definition } from '@/lib/contracts/definitions';
import { type Actor, actorName, can, roleFor, roleText } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { underWay } from '@/lib/contracts/work';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { toDefinition } from './definition-dto';
import { findChangeable, findDefinition, targetOf } from './find-definition';
import { removeDefinition } from './remove-definition';
import { runLock } from './run-lock';
import { refuseIfRead } from './usage';

/**
 * Moves a definition to the recycle bin and takes its schedule off; what its last run stored stays on the members.
 * Throws `not-found`, `archived`, `in-use` while others that aren't in the bin read it.
 */
export async function archiveDefinition(db: Db, actor: Actor, id: string): Promise<Definition> {
  const before = await findChangeable(db, id);
  await refuseIfRead(db, before, 'living');
  const change = { archivedAt: new Date(), schedule: null, nextRunAt: null };
  return changed(db, actor, before, change, 'definition.archive');
}

/** Out of the recycle bin. Throws `not-found`. */
export async function restoreDefinition(db: Db, actor: Actor, id: string): Promise<Definition> {
  const before = await findDefinition(db, id);
  if (before.archivedAt === null) return toDefinition(db, before);
  return changed(db, actor, before, { archivedAt: null }, 'definition.restore');
}

/**
 * Deletes for good, with all versions and runs: at once where no member has a value of it, else by the job whose id it
 * gives. What was published takes somebody who may run it: its values go too. Throws `not-found`, `not-allowed`,
 * `not-archived`, `in-use`, `already-running`.
 */
export async function deleteDefinition(db: Db, actor: Actor, id: string): Promise<{ job: string | null }> {
  const definition = await findDefinition(db, id);
  const { label: name, publishedVersion } = definition;
  if (publishedVersion !== null && !can(actor.role, 'run'))
    throw new Problem('not-allowed', { role: roleText[roleFor.run] });
  if (definition.archivedAt === null) throw new Problem('not-archived', { name });
  await refuseIfRead(db, definition, 'all');
  const running = await collection(db, 'runs').findOne({
    definition: id,
    state: { $in: [...underWay] },
  });
  if (running) throw new Problem('already-running', { name });
  const marked = await collection(db, 'definitions').updateOne(
    { _id: id, archivedAt: { $ne: null } },
    { $set: { deleting: true } },
  );
  if (marked.modifiedCount === 0) throw new Problem('not-archived', { name });
  await audit(db, actor, 'definition.delete', targetOf(definition));
  if (definition.kind === 'segment' || definition.lastRun === null) {
    await removeDefinition(db, id);
    return { job: null };
  }
  const job = await enqueue(db, {
    kind: 'delete-definition',
    params: { definition: id },
    // Neither at the same time as a run nor before what a lost one was about to write is closed to it.
    lockKey: runLock(id),
    createdBy: actorName(actor),
  });
  return { job };
}

async function changed(
  db: Db,
  actor: Actor,
  before: DefinitionDoc,
  change: Partial<Pick<DefinitionDoc, 'archivedAt' | 'schedule' | 'nextRunAt'>>,
  action: AuditAction,
): Promise<Definition> {
  await collection(db, 'definitions').updateOne(
    { _id: before._id },
    { $set: { ...change, updatedBy: actorName(actor), updatedAt: new Date() } },
  );
  await audit(db, actor, action, targetOf(before));
  return toDefinition(db, await findDefinition(db, before._id));
}
