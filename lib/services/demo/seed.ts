import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { duplicatesOf } from '@/lib/services/members/claims';
import { identityKey } from '@/lib/services/members/identity-key';
import { noteEvents } from '@/lib/services/members/note-changes';
import { takeOrds } from '@/lib/services/members/ord';
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
 * every machine. Everything is marked `demo`. Run again after an interruption it adds what is missing.
 */
export async function seedDemo(
  db: Db,
  { members = DEMO_MEMBERS, onProgress }: SeedOptions = {},
): Promise<void> {
  await ensureIndexes(db);
  await seedCatalogue(db);
  // Two chunks at a time: one is made while the database takes in the other.
  const chunks = Array.from({ length: Math.ceil(members / CHUNK) }, (_, index) => index * CHUNK).values();
  let done = 0;
  const work = async () => {
    for (const first of chunks) {
      const last = Math.min(first + CHUNK, members);
      await seedChunk(db, first, last);
      done += last - first;
      onProgress?.(done, members);
    }
  };
  await Promise.all([work(), work()]);
}

async function seedCatalogue(db: Db): Promise<void> {
  const updatedAt = new Date();
  for (const { _id, ...field } of demoFields) {
    await collection(db, 'fields').updateOne(
      { _id },
      { $setOnInsert: { ...field, updatedAt } },
      { upsert: true },
    );
  }
  for (const { _id, ...type } of demoEventTypes) {
    await collection(db, 'eventTypes').updateOne(
      { _id },
      { $setOnInsert: { ...type, updatedAt } },
      { upsert: true },
    );
  }
}

async function seedChunk(db: Db, first: number, last: number): Promise<void> {
  const ids = Array.from({ length: last - first }, (_, index) => demoMemberId(first + index));
  const stored = await collection(db, 'members')
    .find({ _id: { $in: ids } }, { projection: { _id: 1 } })
    .toArray();
  const done = new Set(stored.map(({ _id }) => _id));
  const made = ids.flatMap((id, index) => (done.has(id) ? [] : demoMember(first + index)));
  if (made.length === 0) return;
  const claims = made.flatMap(({ member: { _id: memberId, identities } }) =>
    identities.map((identity) => ({ _id: identityKey(identity), memberId })),
  );
  await insertNew(db, 'identities', claims);
  const events = made.flatMap(eventDocs);
  await insertNew(db, 'events', events);
  // Members last: who is stored has all their events, so an interrupted run goes on from here.
  const ord = await takeOrds(db, made.length);
  const updatedAt = new Date();
  await insertNew(
    db,
    'members',
    made.map(({ member }, index) => ({ ...member, ord: ord + index, updatedAt })),
  );
  await noteEvents(
    db,
    events.map(({ _id }) => _id),
  );
}

function eventDocs({ member, events }: DemoMember): EventDoc[] {
  return events.map((event, index) => {
    const _id = `${member._id}:${index}`;
    return { _id, memberId: member._id, ...event, source: SOURCE, dedupeKey: _id, demo: true };
  });
}

/** What an interrupted run has stored already is passed over. */
async function insertNew(
  db: Db,
  name: 'members' | 'events' | 'identities',
  docs: readonly { _id: string }[],
): Promise<void> {
  if (docs.length === 0) return;
  try {
    await db.collection<{ _id: string }>(name).insertMany([...docs], { ordered: false });
  } catch (error) {
    duplicatesOf(error);
  }
}
