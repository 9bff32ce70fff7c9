import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { RunDoc } from '@/lib/db/documents';

/**
 * The last run of a definition that was finished. By fence: one that was asked for first may have been finished last, and
 * the clocks of several machines tell neither. Runs of before have none, and come before all others.
 */
export function lastDone(db: Db, definition: string): Promise<RunDoc | null> {
  return collection(db, 'runs').findOne(
    { definition, state: 'done' },
    { sort: { fence: -1, startedAt: -1 } },
  );
}
