import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { JobKind } from '@/lib/contracts/jobs';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';

const DEFAULT_ATTEMPTS = 5;

export interface NewJob {
  /** Given by who must not queue the same thing twice: with a known id nothing is added. */
  id?: string;
  kind: JobKind;
  /** JSON; parsed by the kind's handler. */
  params: unknown;
  /** Jobs with the same key never run at the same time. */
  lockKey?: string | null;
  /** `actorName(actor)`. */
  createdBy: string;
  runAt?: Date;
  maxAttempts?: number;
}

/** Queues a job and returns its id. */
export async function enqueue(db: Db, job: NewJob): Promise<string> {
  const now = new Date();
  const doc: JobDoc = {
    _id: job.id ?? randomUUID(),
    kind: job.kind,
    params: job.params,
    state: 'queued',
    lockKey: job.lockKey ?? null,
    owner: null,
    fence: 0,
    leaseUntil: null,
    attempts: 0,
    maxAttempts: job.maxAttempts ?? DEFAULT_ATTEMPTS,
    runAt: job.runAt ?? now,
    progress: { done: 0, total: null, phase: '' },
    cancelRequested: false,
    result: null,
    error: null,
    createdBy: job.createdBy,
    createdAt: now,
    updatedAt: now,
  };
  try {
    await collection(db, 'jobs').insertOne(doc);
  } catch (error) {
    if (job.id === undefined || !isDuplicateKey(error, '_id_')) throw error;
  }
  return doc._id;
}
