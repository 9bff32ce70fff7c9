import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { contentOfEvent } from './event-content';

/**
 * Keeps what events were before an import replaces them. Of one that the import made or replaced already nothing is kept:
 * it is what it was before the import that matters.
 */
export async function recordReplaced(db: Db, importId: string, stored: readonly EventDoc[]): Promise<void> {
  const own = `${importId}:`;
  const foreign = stored.filter(
    ({ _id, replacedBy }) => !_id.startsWith(own) && replacedBy?.startsWith(own) !== true,
  );
  if (foreign.length === 0) return;
  await collection(db, 'importChanges').bulkWrite(
    foreign.map((event) => ({
      replaceOne: {
        filter: { _id: `${importId}:event:${event._id}` },
        replacement: {
          import: importId,
          of: `event:${event._id}`,
          event: contentOfEvent(event),
        },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
