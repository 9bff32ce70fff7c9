import type { Db } from 'mongodb';
import type { EventRemoval } from '@/lib/contracts/members';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { noteGone } from '@/lib/members/note-changes';

/** What hangs on an event of a member: points that it gave and that weren't taken back. Throws `not-found`. */
export async function eventRemoval(db: Db, memberId: string, id: string): Promise<EventRemoval> {
  await eventById(db, memberId, id);
  const entries = await collection(db, 'pointEntries')
    .find({ memberId, event: id, kind: { $in: ['earn', 'reverse'] } })
    .project<{ kind: string; points: number; _id: string; of: string | null }>({ kind: 1, points: 1, of: 1 })
    .toArray();
  const back = new Set(entries.flatMap(({ of }) => of ?? []));
  const held = entries.filter(({ kind, _id }) => kind === 'earn' && !back.has(_id));
  return { points: held.reduce((sum, { points }) => sum + points, 0) };
}

/**
 * Removes one event. What was worked out of it (points, metrics, tags) follows with the next run of each, as it does for
 * every event that is gone. Throws `not-found`.
 */
export async function removeEvent(db: Db, actor: Actor, memberId: string, id: string): Promise<void> {
  // In one go: of two at once one removes it, and what is told is what went.
  const event = await collection(db, 'events').findOneAndDelete({ _id: id, memberId });
  const { type, at, source } = found(event);
  await noteGone(db, [id]);
  await audit(db, actor, 'event.remove', `member:${memberId}`, {
    event: id,
    type,
    at: at.toISOString(),
    source,
  });
}

async function eventById(db: Db, memberId: string, id: string): Promise<EventDoc> {
  return found(await collection(db, 'events').findOne({ _id: id, memberId }));
}

function found(event: EventDoc | null): EventDoc {
  if (event === null) throw new Problem('not-found', { what: { zh: '该行为', en: 'The event' } });
  return event;
}
