import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { enqueue } from './enqueue';
import { pruneJobs } from './kinds/prune-jobs';
import { listJobs } from './list-jobs';
import { startScheduler } from './scheduler';
import { startWorker } from './worker';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());

it('looks again and again, goes on when one fails, and stops', async () => {
  const stop = new AbortController();
  const good = vi.fn(async () => undefined);
  const bad = vi.fn(async () => {
    throw new Error('no');
  });
  const ticks = [
    { name: 'bad', tick: bad },
    { name: 'good', tick: good },
  ];
  const done = startScheduler(database.db, { ticks, signal: stop.signal, everyMs: 10 });
  await vi.waitFor(() => expect(good.mock.calls.length).toBeGreaterThan(2));
  stop.abort();
  await done;
  const calls = good.mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(good).toHaveBeenCalledTimes(calls);
});

it('queues a thing with an id once, however many look at once', async () => {
  const job = { id: 'prune-jobs:today', kind: 'prune-jobs', params: {}, createdBy: 'test' } as const;
  const ids = await Promise.all(Array.from({ length: 6 }, () => enqueue(database.db, job)));
  expect(new Set(ids)).toEqual(new Set(['prune-jobs:today']));
  expect(await collection(database.db, 'jobs').countDocuments()).toBe(1);
});

it('removes the records of jobs that ended long ago, and no others', async () => {
  const jobs = collection(database.db, 'jobs');
  const old = new Date(Date.now() - 60 * 86_400_000);
  for (const state of ['done', 'cancelled', 'failed', 'running', 'queued'] as const) {
    await enqueue(database.db, {
      id: state,
      kind: 'prune-jobs',
      params: {},
      createdBy: 'test',
      runAt: new Date(Date.now() + 1e9),
    });
    await jobs.updateOne(
      { _id: state },
      { $set: { state, updatedAt: old, leaseUntil: new Date(Date.now() + 1e9) } },
    );
  }
  const stop = new AbortController();
  const worker = startWorker(database.db, { handlers: { 'prune-jobs': pruneJobs }, signal: stop.signal });
  await vi.waitFor(async () => expect((await jobs.findOne({ _id: 'prune-jobs:today' }))?.state).toBe('done'));
  stop.abort();
  await worker;
  const left = await listJobs(database.db, { limit: 10 });
  expect(left.jobs.map(({ id }) => id).sort()).toEqual(['failed', 'prune-jobs:today', 'queued', 'running']);
  expect((await listJobs(database.db, { limit: 10, state: 'active' })).jobs).toHaveLength(2);
  const first = await listJobs(database.db, { limit: 3 });
  const rest = await listJobs(database.db, { limit: 3, before: first.next ?? undefined });
  expect([...first.jobs, ...rest.jobs].map(({ id }) => id)).toEqual(left.jobs.map(({ id }) => id));
  expect(rest.next).toBeNull();
});
