import { type Db, ObjectId } from 'mongodb';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import type { RunTrigger } from '@/lib/contracts/runs';
import { underWay } from '@/lib/contracts/work';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, RunDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { runLock } from '@/lib/services/definitions/run-lock';

export interface NewRun {
  /** In ms. */
  asOf: number;
  trigger: RunTrigger;
  /** Given by who must not start the same run twice. */
  id?: string;
}

/**
 * Queues a run of the published version. Throws `not-published`, and `already-running` while one is under way; a run
 * that slips past that check waits for the other, since both have one lock key.
 */
export async function startRun(
  db: Db,
  actor: Actor,
  definition: DefinitionDoc,
  { asOf, trigger, id = new ObjectId().toHexString() }: NewRun,
): Promise<RunDoc> {
  const { publishedVersion } = definition;
  if (publishedVersion === null) throw new Problem('not-published', { name: definition.label });
  const other = await collection(db, 'runs').findOne({
    definition: definition._id,
    state: { $in: [...underWay] },
  });
  if (other && other._id !== id) throw new Problem('already-running', { name: definition.label });
  const run: RunDoc = {
    _id: id,
    definition: definition._id,
    version: publishedVersion,
    asOf: new Date(asOf),
    state: 'queued',
    trigger,
    by: actorName(actor),
    counts: [],
    size: 0,
    entered: 0,
    left: 0,
    moved: 0,
    error: null,
    startedAt: new Date(),
    finishedAt: null,
    job: `run:${id}`,
  };
  try {
    await collection(db, 'runs').insertOne(run);
  } catch (error) {
    if (!isDuplicateKey(error, '_id_')) throw error;
  }
  await enqueue(db, {
    id: run.job,
    kind: 'run',
    params: { run: id },
    lockKey: runLock(definition._id),
    createdBy: run.by,
  });
  await audit(db, actor, 'run.start', `${definition.kind}:${definition.key}`, {
    run: id,
    version: publishedVersion,
    asOf: run.asOf,
  });
  return run;
}
