import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { asOf, openWorkshop, type Workshop } from '@/lib/setup/torture/workshop';
import { runnableDefinition } from './definition-of';
import { startRun } from './start-run';
import { runToEnd, workOn } from './testing/run-to-end';

let database: TestDatabase;
let shop: Workshop;
let data: string;
const db = () => database.db;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'tagloom-run-tag-'));
  process.env.TAGLOOM_DATA = data;
  database = await testDatabase();
  shop = await openWorkshop(db());
});
afterAll(async () => {
  await database.drop();
  await rm(data, { recursive: true });
});

const start = async () =>
  startRun(db(), systemActor('test'), await runnableDefinition(db(), shop.tag), { asOf, trigger: 'person' });

test('a run that was killed after it had written says who moved since before it, not since its own half', async () => {
  const first = await start();
  const killed = workOn(db(), first.job, (held) => {
    if (held === 3) throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  expect(
    await collection(db(), 'members').countDocuments({ 'tagSince.level.run': first._id }),
  ).toBeGreaterThan(0);
  await workOn(db(), first.job);
  const run = await collection(db(), 'runs').findOne({ _id: first._id });
  const due = (n: number) => (n >= 70 ? 'gold' : n >= 30 ? 'silver' : null);
  const moves = Array.from({ length: 1_300 }, (_, n) => [n % 4 === 0 ? 'silver' : null, due((n * 37) % 100)]);
  const count = (test: (was?: string | null, is?: string | null) => boolean) =>
    moves.filter(([was, is]) => test(was, is)).length;
  expect(run).toMatchObject({
    state: 'done',
    entered: count((was, is) => was === null && is !== null),
    left: count((was, is) => was !== null && is === null),
    moved: count((was, is) => was !== null && is !== null && was !== is),
    size: count((_, is) => is !== null),
  });
  expect(await collection(db(), 'runSnapshots').countDocuments({ held: true })).toBe(0);
  expect(await runToEnd(db(), shop.tag, asOf)).toMatchObject({ entered: 0, left: 0, moved: 0 });
});

test('a run that a lost worker held up writes nothing once a later one is done', async () => {
  const first = await start();
  const killed = workOn(db(), first.job, () => {
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  // It was claimed once, and then lay there while the next one ran.
  await collection(db(), 'jobs').updateOne({ _id: first.job }, { $set: { firstFence: 1 } });
  await collection(db(), 'runs').updateOne({ _id: first._id }, { $set: { state: 'failed' } });
  await runToEnd(db(), shop.tag, asOf + 1);
  await expect(workOn(db(), first.job)).rejects.toMatchObject({ code: 'run-superseded' });
});
