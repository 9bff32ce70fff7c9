import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { systemActor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { claim } from './claim';
import { cancelJob, jobById, retryJob } from './control';
import { enqueue, type NewJob } from './enqueue';
import { defineJob, type JobContext, type JobHandler, type JobHandlers } from './handler';
import { startWorker } from './worker';

const times = { leaseMs: 600, beatMs: 60, progressMs: 20, idleMs: 10, graceMs: 2_000 };
const person = systemActor('test');
let database: TestDatabase;
let stop = new AbortController();
let workers: Promise<void>[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
afterEach(async () => {
  stop.abort();
  await Promise.all(workers);
  [stop, workers] = [new AbortController(), []];
  await Promise.all([
    collection(database.db, 'jobs').deleteMany({}),
    collection(database.db, 'jobLocks').deleteMany({}),
  ]);
});

let handlers: JobHandlers;
type Run = (context: JobContext<{ name: string }>) => Promise<unknown>;

const again = vi.fn(async () => undefined);

function work(run: Run, ended?: JobHandler<{ name: string }>['ended'], signal = stop.signal): void {
  const job = defineJob({ kind: 'prune-jobs', params: z.object({ name: z.string() }), run, ended, again });
  handlers = { 'prune-jobs': job };
  workers.push(startWorker(database.db, { handlers, signal, concurrency: 4, times }));
}

const queue = (name = 'x', more: Partial<NewJob> = {}) =>
  enqueue(database.db, { kind: 'prune-jobs', params: { name }, createdBy: 'test', ...more });

async function until(id: string, state: string) {
  await vi.waitFor(async () => expect((await jobById(database.db, id)).state).toBe(state), {
    timeout: 8_000,
  });
  return jobById(database.db, id);
}

const untilAborted = (signal: AbortSignal) => sleep(20_000, undefined, { signal });

it('does a job and keeps its result and its last progress', async () => {
  work(async ({ params, progress }) => {
    progress(1, 2, 'reading');
    progress(2, 2, 'writing');
    return { hello: params.name };
  });
  const job = await until(await queue('anna'), 'done');
  expect(job.result).toEqual({ hello: 'anna' });
  expect(job.progress).toEqual({ done: 2, total: 2, phase: 'writing' });
  expect([job.owner, job.leaseUntil, job.attempts]).toEqual([null, null, 1]);
});

it('does each job once, however many workers there are', async () => {
  const done: string[] = [];
  const run: Run = async ({ params }) => void done.push(params.name);
  for (let i = 0; i < 3; i++) work(run);
  const ids = await Promise.all(Array.from({ length: 30 }, (_, i) => queue(`j${i}`)));
  for (const id of ids) await until(id, 'done');
  expect(new Set(done).size).toBe(30);
  expect(done).toHaveLength(30);
});

it('never does two jobs with one lock key at once', async () => {
  let [inside, most, done] = [0, 0, 0];
  const run: Run = async () => {
    most = Math.max(most, ++inside);
    await sleep(30);
    inside--;
    done++;
  };
  work(run);
  work(run);
  await Promise.all(Array.from({ length: 10 }, () => queue('x', { lockKey: 'tag:vip' })));
  await vi.waitFor(() => expect(done).toBe(10), { timeout: 10_000 });
  expect(most).toBe(1);
});

it('stops a job that is cancelled, and tells it', async () => {
  const ends: string[] = [];
  work(
    ({ signal }) => untilAborted(signal),
    async ({ state }) => void ends.push(state),
  );
  const id = await queue();
  await until(id, 'running');
  await cancelJob(database.db, person, id);
  await until(id, 'cancelled');
  expect(ends).toEqual(['cancelled']);
  await expect(cancelJob(database.db, person, id)).rejects.toMatchObject({ code: 'job-ended' });
});

it('never starts a job that was cancelled while it waited, even behind a lock key', async () => {
  const started: string[] = [];
  work(async ({ params, signal }) => {
    started.push(params.name);
    await untilAborted(signal);
  });
  const first = await queue('first', { lockKey: 'k' });
  await until(first, 'running');
  const second = await queue('second', { lockKey: 'k' });
  await cancelJob(database.db, person, second);
  await until(second, 'cancelled');
  expect(started).toEqual(['first']);
});

it('fails for good on a problem, and can be told to try again', async () => {
  let broken = true;
  work(async () => {
    if (broken) throw new Problem('not-found', { what: 'The file' });
  });
  const id = await queue();
  const failed = await until(id, 'failed');
  expect(failed.error).toMatchObject({ code: 'not-found', params: { what: 'The file' } });
  expect(failed.attempts).toBe(1);
  broken = false;
  await retryJob(database.db, person, handlers, id);
  expect(again).toHaveBeenCalledWith({
    db: database.db,
    params: { name: 'x' },
    job: expect.objectContaining({ _id: id }),
  });
  expect((await until(id, 'done')).error).toBeNull();
});

it('tries again after an error that nobody foresaw, and gives up after the last attempt', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.01);
  let runs = 0;
  const ends: string[] = [];
  work(
    async () => {
      runs++;
      throw new Error('no');
    },
    async ({ state }) => void ends.push(state),
  );
  const dead = await until(await queue('x', { maxAttempts: 3 }), 'dead');
  expect([runs, dead.attempts, dead.error?.code]).toEqual([3, 3, 'internal']);
  expect(ends).toEqual(['dead']);
  vi.restoreAllMocks();
});

it('fails a job whose parameters are wrong instead of trying it again and again', async () => {
  work(async () => undefined);
  const id = await enqueue(database.db, { kind: 'prune-jobs', params: { name: 7 }, createdBy: 'test' });
  expect((await until(id, 'failed')).error?.code).toBe('invalid-input');
});

it("takes over a killed worker's job exactly once", async () => {
  const id = await queue();
  const now = (await database.db.command({ hello: 1 })).localTime;
  const killed = await claim(database.db, { kinds: ['prune-jobs'], owner: 'killed', leaseMs: 300, now });
  expect(killed?.job._id).toBe(id);
  const runs: number[] = [];
  const run: Run = async ({ fenced }) => {
    runs.push(fenced.fence);
    await sleep(100);
  };
  for (let i = 0; i < 3; i++) work(run);
  await until(id, 'done');
  expect(runs).toHaveLength(1);
  expect(runs[0]).toBeGreaterThan(killed?.job.fence ?? 0);
});

it('gives up a job whose workers keep dying, and tells it', async () => {
  const id = await queue('x', { maxAttempts: 2 });
  for (const owner of ['one', 'two']) {
    const now = new Date(Date.now() + (owner === 'one' ? 0 : 1_000));
    await claim(database.db, { kinds: ['prune-jobs'], owner, leaseMs: 10, now });
  }
  const run = vi.fn();
  const ended = vi.fn();
  await sleep(1_100);
  work(run, ended);
  const dead = await until(id, 'dead');
  expect([dead.error?.code, dead.attempts]).toEqual(['worker-lost', 2]);
  expect(run).not.toHaveBeenCalled();
  expect(ended).toHaveBeenCalledOnce();
});

it('stops the handler when another worker has the job, and writes nothing of it', async () => {
  const stopped: unknown[] = [];
  let began = 0;
  work(async ({ signal, fenced }) => {
    began += 1;
    if (began > 1) return 'second';
    await untilAborted(signal).catch(() => stopped.push(signal.reason.why));
    await expect(fenced.hold()).rejects.toThrow();
    return 'first';
  });
  const id = await queue();
  await until(id, 'running');
  const { fence } = await jobById(database.db, id);
  const stolen = { owner: 'thief', fence: fence + 1, leaseUntil: new Date(Date.now() + 300) };
  await collection(database.db, 'jobs').updateOne({ _id: id }, { $set: stolen });
  await vi.waitFor(() => expect(stopped).toEqual(['lost']));
  // The thief does nothing, so its lease runs out and the job is done by a third claim.
  expect((await until(id, 'done')).result).toBe('second');
});

it('goes on over a restart: a stopping worker gives its jobs back at once, and the try does not count', async () => {
  const first = new AbortController();
  work(({ signal }) => untilAborted(signal), undefined, first.signal);
  const id = await queue();
  await until(id, 'running');
  first.abort();
  const back = await until(id, 'queued');
  expect([back.attempts, back.owner]).toEqual([0, null]);
  work(async () => 'done after all');
  expect((await until(id, 'done')).result).toBe('done after all');
});

it('stops itself in time when the database no longer answers its heartbeats', async () => {
  const stopped: unknown[] = [];
  work(async ({ signal, db, job }) => {
    const update = vi.spyOn(db.collection('jobs').constructor.prototype, 'findOneAndUpdate');
    update.mockRejectedValue(new Error('the network is down'));
    const started = performance.now();
    await untilAborted(signal).catch(() => stopped.push(performance.now() - started));
    update.mockRestore();
    return job._id;
  });
  await queue();
  await vi.waitFor(() => expect(stopped).toHaveLength(1), { timeout: 3_000 });
  expect(stopped[0]).toBeLessThan(times.leaseMs);
});
