import type { AnyBulkWriteOperation } from 'mongodb';
import type { UndoNumbers } from '@/lib/contracts/import-undo';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import type { ImportChangeDoc } from '@/lib/db/import-documents';
import { noteGone, noteReplaced } from '@/lib/members/note-changes';
import { asRead } from '../writing/replace-events';
import { isOwn, ownIds, type UndoStep, undoBatch } from './undo-step';

/**
 * Gives events that the import replaced the content that they had. One that was replaced again since stays as it is, and
 * whoever did that is told to give back what was before this import.
 */
export async function restoreEvents(
  step: UndoStep,
): Promise<Pick<UndoNumbers, 'eventsRestored' | 'eventsKept'>> {
  const { db, importId, dryRun, hold } = step;
  const counts = { eventsRestored: 0, eventsKept: 0 };
  for await (const changes of inBatches(step, 'event:')) {
    await hold();
    const byId = new Map(changes.map((change) => [change.of.slice('event:'.length), change]));
    const stored = await collection(db, 'events')
      .find({ _id: { $in: [...byId.keys()] } })
      .toArray();
    const own = stored.filter(({ replacedBy }) => isOwn(importId, replacedBy));
    const others = stored.filter(({ replacedBy }) => !isOwn(importId, replacedBy));
    counts.eventsRestored += own.length;
    counts.eventsKept += others.length;
    if (dryRun) continue;
    await restore(step, own, byId);
    for (const { _id } of others) {
      const before = byId.get(_id)?.event;
      if (before !== undefined) await passOn(step, _id, before);
    }
  }
  return counts;
}

async function restore(
  step: UndoStep,
  events: readonly EventDoc[],
  changes: ReadonlyMap<string, ImportChangeDoc>,
): Promise<void> {
  const { db, importId } = step;
  const gone: string[] = [];
  const writes = events.flatMap((event): AnyBulkWriteOperation<EventDoc>[] => {
    const before = changes.get(event._id)?.event;
    if (before === undefined) return [];
    if (before === null) {
      gone.push(event._id);
      return [{ deleteOne: { filter: asRead(event) } }];
    }
    // It says whose content it is again; and by a mark of its own points tell what it gives now from what it gave before.
    const replacedBy = `${before.replacedBy ?? event._id}~${importId}`;
    const set = { at: before.at, props: before.props, replacedBy };
    return [{ updateOne: { filter: asRead(event), update: { $set: set } } }];
  });
  if (writes.length === 0) return;
  await collection(db, 'events').bulkWrite(writes, { ordered: false });
  await noteGone(db, await missing(step, gone));
  await noteReplaced(
    db,
    events.map(({ _id }) => _id),
  );
}

/** The next import that replaced an event after this one gives back, when its turn comes, what was before this one. */
async function passOn(
  { db, importId }: UndoStep,
  eventId: string,
  before: ImportChangeDoc['event'],
): Promise<void> {
  const changes = collection(db, 'importChanges');
  const later = await changes.find({ of: `event:${eventId}`, import: { $ne: importId } }).toArray();
  const next = later.find(
    ({ event }) =>
      event && (isOwn(importId, event.replacedBy) || (before === null && event.replacedBy === null)),
  );
  if (!next?.event) return;
  // Only while it says what was looked at: by now another undoing may have passed on more.
  const { replacedBy } = next.event;
  await changes.updateOne({ _id: next._id, 'event.replacedBy': replacedBy }, { $set: { event: before } });
}

/** Removes the events that the import made. One that another import has replaced since stays. */
export async function removeEvents(step: UndoStep): Promise<Pick<UndoNumbers, 'events' | 'eventsKept'>> {
  const { db, importId, dryRun, hold } = step;
  const events = collection(db, 'events');
  const counts = { events: 0, eventsKept: 0 };
  const range = ownIds(importId);
  for (let after = range.$gt; ; ) {
    await hold();
    const some = await events
      .find({ _id: { $gt: after, $lt: range.$lt } }, { projection: { replacedBy: 1 } })
      .sort({ _id: 1 })
      .limit(undoBatch * 5)
      .toArray();
    const last = some.at(-1);
    if (!last) return counts;
    after = last._id;
    const kept = some.filter(({ replacedBy }) => replacedBy !== undefined && !isOwn(importId, replacedBy));
    const going = some.filter((event) => !kept.includes(event)).map(({ _id }) => _id);
    counts.events += going.length;
    counts.eventsKept += kept.length;
    if (dryRun) continue;
    for (const { _id } of kept) await passOn(step, _id, null);
    // Those that somebody replaced meanwhile stay.
    const asMade = [{ replacedBy: { $exists: false } }, { replacedBy: range }];
    await events.deleteMany({ _id: { $in: going }, $or: asMade });
    await noteGone(db, await missing(step, going));
  }
}

async function missing({ db }: UndoStep, ids: readonly string[]): Promise<string[]> {
  const there = await collection(db, 'events')
    .find({ _id: { $in: [...ids] } }, { projection: { _id: 1 }, batchSize: ids.length + 1 })
    .toArray();
  const left = new Set(there.map(({ _id }) => _id));
  return ids.filter((id) => !left.has(id));
}

/** What the import kept of events or members, in the order of their ids. */
export async function* inBatches(
  { db, importId }: UndoStep,
  kind: 'event:' | 'member:',
): AsyncGenerator<ImportChangeDoc[]> {
  const range = ownIds(importId, kind);
  for (let after = range.$gt; ; ) {
    const some = await collection(db, 'importChanges')
      .find({ _id: { $gt: after, $lt: range.$lt } })
      .sort({ _id: 1 })
      .limit(undoBatch)
      .toArray();
    const last = some.at(-1);
    if (!last) return;
    after = last._id;
    yield some;
  }
}
