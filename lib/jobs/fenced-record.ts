import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { JobStopped } from './job-stopped';

/*
 * A job's own document (a run, an import, an export, …) carries the fence of the claim that works on it. The claim puts it
 * there before anything else, and every later write asks for it: found nothing means that another has the job.
 */

/** What has to hold of a record for a claim to take it, or to bring it to its end: no later one has it. */
export function notLater(fence: number) {
  return { fence: { $not: { $gt: fence } } };
}

/** What a write that names the fence found; throws `JobStopped` when that was nothing. */
export function stillOurs<T>(found: T | null): T {
  if (found === null) throw new JobStopped('lost');
  return found;
}

/** The same of an update without an answer. */
export function matchedOurs({ matchedCount }: { matchedCount: number }): void {
  if (matchedCount === 0) throw new JobStopped('lost');
}

/** An upsert that leaves out a later claim's document collides with it; throws `JobStopped` then. */
export async function upsertOurs(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isDuplicateKey(error, '_id_')) throw new JobStopped('lost');
    throw error;
  }
}
