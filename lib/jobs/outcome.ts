import { Problem } from '@/lib/contracts/problem';
import type { JobDoc } from '@/lib/db/documents';
import { log } from '@/lib/log/logger';
import { backoffMs } from './backoff';
import type { JobChange } from './fenced-write';
import type { JobEnd } from './handler';
import type { StopCause } from './job-stopped';

/** The last write of a claim; null when the job isn't ours any more and nothing may be written. */
export type Outcome = (JobChange & Pick<JobDoc, 'state'>) | null;

/** What becomes of a job whose handler threw. `stopped` is why its signal aborted, null if it didn't. */
export function outcomeOfError(job: JobDoc, error: unknown, stopped: StopCause | null, now: Date): Outcome {
  return stopped === null ? outcomeOfFailure(job, error, now) : stops[stopped](job, now);
}

const stops: Record<StopCause, (job: JobDoc, now: Date) => Outcome> = {
  cancelled: () => ({ state: 'cancelled' }),
  lost: () => null,
  // Not the job's fault: the try doesn't count.
  shutdown: (job, now) => ({ state: 'queued', runAt: now, attempts: job.attempts - 1 }),
};

function outcomeOfFailure(job: JobDoc, error: unknown, now: Date): Outcome {
  if (error instanceof Problem) return { state: 'failed', error: errorOf(error) };
  log.error({ err: error, job: job._id, kind: job.kind, attempt: job.attempts }, 'job failed');
  const internal = errorOf(new Problem('internal', { id: job._id.slice(0, 8) }));
  if (job.attempts >= job.maxAttempts) return { state: 'dead', error: internal };
  return { state: 'queued', error: internal, runAt: new Date(now.getTime() + backoffMs(job.attempts)) };
}

/** What becomes of a claimed job that must not run: cancelled before, or its workers died too often. */
export function outcomeWithoutRun(job: JobDoc): Outcome {
  if (job.cancelRequested) return { state: 'cancelled' };
  if (job.attempts <= job.maxAttempts) return null;
  return { state: 'dead', attempts: job.maxAttempts, error: errorOf(new Problem('worker-lost')) };
}

/** An outcome that the handler's `ended` has to hear of, or null. */
export function badEnd(outcome: Outcome): Pick<JobEnd<unknown>, 'state' | 'error'> | null {
  if (outcome === null) return null;
  const { state, error = null } = outcome;
  return state === 'failed' || state === 'cancelled' || state === 'dead' ? { state, error } : null;
}

function errorOf({ code, params, message }: Problem): NonNullable<JobDoc['error']> {
  return { code, params, message };
}
