import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { newMember } from '@/lib/members/new-member';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { claim } from './claim';
import { enqueue } from './enqueue';
import { fencedRelease, fencedWrite } from './fenced-write';
import { closeEarlier, openTo } from './member-writes';

const leaseMs = 1_000;
const start = new Date();
const at = (ms: number) => new Date(start.getTime() + ms);
const what = 'tag:level';
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { db } = database;
  for (const name of ['jobs', 'jobLocks', 'members'] as const) await collection(db, name).deleteMany({});
  await collection(db, 'members').insertMany([0, 1, 2].map((n) => newMember(`m${n}`, n, [], start)));
});

const queue = () =>
  enqueue(database.db, { kind: 'run', params: {}, createdBy: 'test', lockKey: 'k', runAt: start });

async function taken(now: Date): Promise<JobDoc> {
  const claimed = await claim(database.db, { kinds: ['run'], owner: 'w', leaseMs, now });
  if (!claimed) throw new Error('nothing claimed');
  await closeEarlier(database.db, claimed.job, claimed.lock !== null);
  return claimed.job;
}

const declare = (job: JobDoc, from: number, to: number) =>
  fencedWrite(
    database.db,
    job,
    { writing: { what, members: { from, to }, fence: job.fence }, leaseUntil: at(leaseMs) },
    start,
  );

/** Who is changed by a write of this claim, whenever it arrives. */
async function changedBy({ fence }: JobDoc): Promise<number> {
  const change = { $set: { 'attrs.by': `${fence} ${Math.random()}` } };
  return (await collection(database.db, 'members').updateMany(openTo(what, fence), change)).modifiedCount;
}

test('whoever takes a job over closes to the claim before what that was about to change', async () => {
  await queue();
  const lost = await taken(start);
  await declare(lost, 0, 2);
  expect(await changedBy(lost)).toBe(3);
  const heir = await taken(at(leaseMs + 1));
  // What it never named it never sent.
  expect(await changedBy(lost)).toBe(1);
  expect(await changedBy(heir)).toBe(3);
});

test('another job under the same lock key does so too, also when the first one has ended badly', async () => {
  await queue();
  const lost = await taken(start);
  await declare(lost, 0, 3);
  await fencedRelease(database.db, lost, { state: 'failed' }, start);
  await queue();
  const next = await taken(at(leaseMs + 1));
  expect(await changedBy(lost)).toBe(0);
  expect(await changedBy(next)).toBe(3);
  expect(await collection(database.db, 'jobs').countDocuments({ writing: { $exists: true } })).toBe(0);
});

test('a job that ended well has nothing under way, and nothing is closed to it', async () => {
  await queue();
  const done = await taken(start);
  await declare(done, 0, 3);
  await fencedRelease(database.db, done, { state: 'done' }, start);
  await collection(database.db, 'jobLocks').deleteMany({});
  await queue();
  await taken(at(1));
  expect(await collection(database.db, 'members').countDocuments({ closedTo: { $exists: true } })).toBe(0);
});
