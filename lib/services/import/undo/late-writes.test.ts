import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import type { EventDoc, MemberDoc } from '@/lib/db/documents';
import type { ImportDoc } from '@/lib/db/import-documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { enqueue } from '@/lib/jobs/enqueue';
import { noteGone } from '@/lib/members/note-changes';
import { nextOrd } from '@/lib/members/ord';
import { removeMembers } from '@/lib/members/remove-members';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { importText, ordersMapping, phone } from '../testing/import-text';
import { lookForLateWrites, removeLateWrites } from './late-writes';
import { TAKE_BACK_LOCK, waitForImports, waitForLateWrites } from './under-way';
import { undoImport } from './undo-import';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const { name } of await database.db.listCollections({}, { nameOnly: true }).toArray())
    await database.db.collection(name).deleteMany({});
});

const importId = 'late';
const createdAt = new Date();
const hold = async () => undefined;
const text = `phone,openid,day,amount\n${phone(1)},,2026-01-01,5\n${phone(2)},,2026-01-02,6\n${phone(3)},,2026-01-03,7\n`;

/** An import, and all that its worker wrote: so that it can come again, late. */
async function imported() {
  const { db } = database;
  const fromOrd = await nextOrd(db);
  await importText(db, text, ordersMapping, { importId });
  const [members, events] = [await all<MemberDoc>('members'), await all<EventDoc>('events')];
  return { fromOrd, members, events };
}
const all = async <T>(name: 'members' | 'events'): Promise<T[]> =>
  (await database.db.collection(name).find().sort({ _id: 1 }).toArray()) as unknown as T[];
const sweep = (state: ImportDoc['state'], fromOrd: number, claimed = new Map<string, string>()) =>
  removeLateWrites({ db: database.db, importId, dryRun: false, hold }, { state, fromOrd }, claimed);
const counts = () =>
  Promise.all(
    ['members', 'events', 'identities'].map((name) => database.db.collection(name).countDocuments()),
  );
const claim = (fence: number) => ({ fence, claimed: new Map([['openid:o1', 'm1']]) });
const recorded = (fence: number, state: ImportDoc['state'] = 'done') =>
  database.db.collection<{ _id: string }>('imports').insertOne({ _id: importId, ...{ state, fence } });

test('what comes of an import that was taken back goes again, and what others brought meanwhile stays', async () => {
  const { db } = database;
  const { fromOrd, members, events } = await imported();
  await undoImport(db, { _id: importId, fromOrd, createdAt }, { dryRun: false, hold });
  expect(await counts()).toEqual([0, 0, 0]);
  await importText(db, text.split('\n').slice(0, 3).join('\n'), ordersMapping, { importId: 'other' });
  const others = await counts();
  const third = members.filter(({ identities }) => identities[0]?.value.endsWith(phone(3)));
  await collection(db, 'members').insertMany(third);
  await collection(db, 'events').insertMany(events.filter(({ memberId }) => memberId === third[0]?._id));
  expect(await sweep('undone', fromOrd)).toEqual({ events: 1, members: 1 });
  expect(await counts()).toEqual(others);
});

test('identities that were claimed for who doesn’t carry them are free again, those of others stay', async () => {
  const { db } = database;
  const { fromOrd, members } = await imported();
  const before = await counts();
  const [gone, stays] = members;
  const late = new Map([
    ['openid:o1', 'nobody'],
    ['openid:o2', stays?._id ?? ''],
    [`phone:${gone?.identities[0]?.value}`, gone?._id ?? ''],
    ['openid:o3', 'another'],
  ]);
  await collection(db, 'identities').insertMany([
    { _id: 'openid:o1', memberId: 'nobody' },
    { _id: 'openid:o2', memberId: stays?._id ?? '' },
    { _id: 'openid:o3', memberId: 'somebody' },
  ]);
  await sweep('done', fromOrd, late);
  const [, , identities] = await counts();
  expect(identities).toBe((before[2] ?? 0) + 1);
  expect(await collection(db, 'identities').findOne({ _id: 'openid:o3' })).not.toBeNull();
});

test('of an import that stands, a removed member, their events and a removed event go again; nothing else', async () => {
  const { db } = database;
  const { fromOrd, members, events } = await imported();
  const [gone, stays] = members;
  if (!gone || !stays) throw new Error('two members were to be imported');
  await removeMembers(db, [gone]);
  const single = events.find(({ memberId }) => memberId === stays._id)?._id ?? '';
  await collection(db, 'events').deleteOne({ _id: single });
  await noteGone(db, [single]);
  const after = [await all('members'), await all('events')];
  await collection(db, 'members').insertOne(gone);
  const returned = events.filter(({ _id, memberId }) => memberId === gone._id || _id === single);
  await collection(db, 'events').insertMany(returned);
  expect(await sweep('done', fromOrd)).toEqual({ events: 1, members: 1 });
  expect([await all('members'), await all('events')]).toEqual(after);
  // Of an import that nobody took anything from, nothing goes.
  expect(await sweep('done', fromOrd)).toEqual({ events: 0, members: 0 });
});

test('they are looked for only where another claim went on and something was removed', async () => {
  const { db } = database;
  const queued = () => collection(db, 'jobs').countDocuments({ kind: 'late-writes' });
  const doc = { _id: importId, job: 'import:late', createdAt };
  await recorded(7);
  await lookForLateWrites(db, doc, claim(5));
  expect(await queued()).toBe(0);
  await enqueue(db, { kind: 'undo-import', params: {}, lockKey: TAKE_BACK_LOCK, createdBy: 'test' });
  await collection(db, 'imports').updateOne({ _id: importId }, { $set: { state: 'running' } });
  await lookForLateWrites(db, doc, claim(7));
  expect(await queued()).toBe(0);
  await lookForLateWrites(db, doc, claim(5));
  await lookForLateWrites(db, doc, claim(5));
  expect(await queued()).toBe(1);
});

test('also where a single event was removed', async () => {
  const { db } = database;
  await recorded(7);
  await noteGone(db, [`${importId}:2`]);
  await lookForLateWrites(db, { _id: importId, job: null, createdAt }, claim(5));
  expect(await collection(db, 'jobs').countDocuments({ kind: 'late-writes' })).toBe(1);
});

test('an import and the search wait for each other, and are not refused', async () => {
  const { db } = database;
  const job = await enqueue(db, { kind: 'late-writes', params: {}, createdBy: 'test' });
  await waitForLateWrites(db);
  await collection(db, 'jobs').updateOne({ _id: job }, { $set: { state: 'running' } });
  await expect(waitForLateWrites(db)).rejects.toThrow(job);
  await collection(db, 'jobs').updateOne({ _id: job }, { $set: { kind: 'import' } });
  await expect(waitForImports(db)).rejects.toThrow(job);
});
