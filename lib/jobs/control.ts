import type { Db } from 'mongodb';
import type { JobDto } from '@/lib/contracts/jobs';
import { type Actor, actorName, atLeast, roleText } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import type { JobHandlers } from './handler';
import { toJobDto } from './job-dto';

/** One job; throws `not-found`. */
export async function jobById(db: Db, id: string): Promise<JobDoc> {
  const job = await collection(db, 'jobs').findOne({ _id: id });
  if (job === null) throw new Problem('not-found', { what: { zh: '该任务', en: 'The job' } });
  return job;
}

/**
 * Asks a job to stop. One that waits is ended by the next worker, one that runs within about two seconds.
 * People may cancel their own; approvers any. Throws `not-found`, `not-allowed`, `job-ended`.
 */
export async function cancelJob(db: Db, actor: Actor, id: string): Promise<JobDto> {
  const job = await ownJob(db, actor, id);
  const cancelled = await collection(db, 'jobs').findOneAndUpdate(
    { _id: id, state: { $in: ['queued', 'running'] } },
    { $set: { cancelRequested: true } },
    { returnDocument: 'after' },
  );
  if (cancelled === null) throw new Problem('job-ended');
  await audit(db, actor, 'job.cancel', `job:${id}`, { kind: job.kind });
  return toJobDto(cancelled);
}

/** Queues a job again that failed, died or was cancelled. Throws `not-found`, `not-allowed`, `job-not-failed`. */
export async function retryJob(db: Db, actor: Actor, handlers: JobHandlers, id: string): Promise<JobDto> {
  const job = await ownJob(db, actor, id);
  const now = new Date();
  const queued = await collection(db, 'jobs').findOneAndUpdate(
    { _id: id, state: { $in: ['failed', 'dead', 'cancelled'] } },
    {
      $set: { state: 'queued', attempts: 0, cancelRequested: false, error: null, runAt: now, updatedAt: now },
      // Asked for anew, it begins now.
      $unset: { firstFence: '' },
    },
    { returnDocument: 'after' },
  );
  if (queued === null) throw new Problem('job-not-failed');
  await handlers[job.kind]?.again({ db, params: job.params, job: queued });
  await audit(db, actor, 'job.retry', `job:${id}`, { kind: job.kind });
  return toJobDto(queued);
}

async function ownJob(db: Db, actor: Actor, id: string): Promise<JobDoc> {
  const job = await jobById(db, id);
  if (job.createdBy === actorName(actor) || atLeast(actor.role, 'approver')) return job;
  throw new Problem('not-allowed', { role: roleText.approver });
}
