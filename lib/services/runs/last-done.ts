import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { RunDoc } from '@/lib/db/documents';

/** The last run of a definition that was finished. */
export function lastDone(db: Db, definition: string): Promise<RunDoc | null> {
  return collection(db, 'runs').findOne({ definition, state: 'done' }, { sort: { startedAt: -1 } });
}
