import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { insertNew } from '@/lib/db/insert-new';
import { identityKey } from '@/lib/members/identity-key';
import { initialise } from '@/lib/members/initialise';
import { noteEvents } from '@/lib/members/note-changes';
import { takeOrds } from '@/lib/members/ord';
import { demoEventTypes, demoFields } from './demo-catalogue';
import { type DemoMember, demoMember, demoMemberId } from './demo-member';

export interface SeedOptions {
  members?: number;
  onProgress?: (done: number, total: number) => void;
}

export const DEMO_MEMBERS = 20_000;
const CHUNK = 250;
const SOURCE = 'demo';
/** Where an installation has data of its own; catalogue and settings alone don't count. */
const DATA = ['members', 'events', 'definitions', 'lists'] as const;

/** Whether there is anything that demo data would get mixed up with. */
export async function hasAnyData(db: Db): Promise<boolean> {
  const found = await Promise.all(
    DATA.map((name) => db.collection(name).findOne({}, { projection: { _id: 1 } })),
  );
  return found.some((doc) => doc !== null);
}

/**
 * Makes the demo: members of a Chinese retail brand and two years of what they did, up to 2026-11-22, the same on
 * every machine. Everything is marked `demo`. Run again after an interruption it adds what is missing. What is stored in
 * the end is held to what was asked for: it is an error when a member or an event isn't there.
 */
export async function seedDemo(
  db: Db,
  { members = DEMO_MEMBERS, onProgress }: SeedOptions = {},
): Promise<void> {
  await initialise(db);
  await seedCatalogue(db);
  // Two chunks at a time: one is made while the database takes in the other.
  const chunks = Array.from({ length: Math.ceil(members / CHUNK) }, (_, index) => index * CHUNK).values();
  let done = 0;
  let events = 0;
  const work = async () => {
    for (const first of chunks) {
      const last = Math.min(first + CHUNK, members);
      const made = await seedChunk(db, first, last);
      events += made;
      done += last - first;
      onProgress?.(done, members);
    }
  };
  await Promise.all([work(), work()]);
  await holdTo(db, { members, events });
}

async function holdTo(db: Db, asked: { members: number; events: number }): Promise<void> {
  const ofThem = { $gte: demoMemberId(0), $lt: demoMemberId(asked.members) };
  const [members, events] = await Promise.all([
    collection(db, 'members').countDocuments({ _id: ofThem }),
    // Their ids begin with their member's.
    collection(db, 'events').countDocuments({ _id: ofThem }),
  ]);
  if (members === asked.members && events === asked.events) return;
  throw new Error(
    `The demo lacks some of its data: ${members} members of ${asked.members}, ${events} events of ${asked.events}. Run it again.`,
  );
}

async function seedCatalogue(db: Db): Promise<void> {
  const updatedAt = new Date();
  const fields = demoFields.map((field) => ({ ...field, updatedAt }));
  await insertNew(collection(db, 'fields'), fields, '_id_');
  const types = demoEventTypes.map((type) => ({ ...type, updatedAt }));
  await insertNew(collection(db, 'eventTypes'), types, '_id_');
}

/** Makes what is missing of some members; gives how many events all of them have. */
async function seedChunk(db: Db, first: number, last: number): Promise<number> {
  const ids = Array.from({ length: last - first }, (_, index) => demoMemberId(first + index));
  const stored = await collection(db, 'members')
    .find({ _id: { $in: ids } }, { projection: { _id: 1 }, batchSize: CHUNK + 1 })
    .toArray();
  const done = new Set(stored.map(({ _id }) => _id));
  const chunk = ids.map((_, index) => demoMember(first + index));
  const made = chunk.filter(({ member }) => !done.has(member._id));
  const total = chunk.reduce((sum, { events }) => sum + events.length, 0);
  if (made.length === 0) return total;
  const claims = made.flatMap(({ member: { _id: memberId, identities } }) =>
    identities.map((identity) => ({ _id: identityKey(identity), memberId })),
  );
  await insertNew(collection(db, 'identities'), claims, '_id_');
  const events = made.flatMap(eventDocs);
  // The key that tells them apart is their id once more.
  await insertNew(collection(db, 'events'), events, '_id_', 'dedupeKey');
  // Members last: who is stored has all their events, so an interrupted run goes on from here.
  const ord = await takeOrds(db, made.length);
  const updatedAt = new Date();
  const docs = made.map(({ member }, index) => ({ ...member, ord: ord + index, updatedAt }));
  await insertNew(collection(db, 'members'), docs, '_id_');
  await noteEvents(
    db,
    events.map(({ _id }) => _id),
  );
  return total;
}

function eventDocs({ member, events }: DemoMember): EventDoc[] {
  return events.map((event, index) => {
    const _id = `${member._id}:${index}`;
    return { _id, memberId: member._id, ...event, source: SOURCE, dedupeKey: _id, demo: true };
  });
}
