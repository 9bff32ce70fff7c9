import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { recordReplaced } from '../changes/record-replaced';

/** An event as it was read, and as it is to be; its `replacedBy` is the id that the row would have made. */
export interface Replacement {
  stored: EventDoc;
  current: EventDoc;
}

/**
 * Gives stored events another content, if they still are as they were read; the id stays. What they were is kept first, so
 * that the import can be undone. Gives the places of those that somebody else was quicker to change.
 */
export async function replaceEvents(
  db: Db,
  importId: string,
  replacements: readonly Replacement[],
): Promise<number[]> {
  if (replacements.length === 0) return [];
  const events = collection(db, 'events');
  const stored = replacements.map((one) => one.stored);
  await recordReplaced(db, importId, stored);
  await events.bulkWrite(
    replacements.map(({ stored, current: { at, props, replacedBy } }) => ({
      updateOne: { filter: asRead(stored), update: { $set: { at, props, replacedBy } } },
    })),
    { ordered: false },
  );
  const done = new Map<string, string | undefined>();
  const ids = stored.map(({ _id }) => _id);
  const found = events.find({ _id: { $in: ids } }, { projection: { replacedBy: 1 } });
  for await (const { _id, replacedBy } of found) done.set(_id, replacedBy);
  return replacements.flatMap(({ stored: { _id }, current }, index) =>
    done.get(_id) === current.replacedBy ? [] : [index],
  );
}

/** Matches an event only while its content is that which was read: every replacement leaves another mark. */
export function asRead({ _id, replacedBy }: Pick<EventDoc, '_id' | 'replacedBy'>) {
  return replacedBy === undefined ? { _id, replacedBy: { $exists: false } } : { _id, replacedBy };
}
