import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { type Claimed, claim } from './claim';
import { enqueue } from './enqueue';
import { fencedRelease, fencedWrite } from './fenced-write';
import { releaseLock, renewLock } from './lock';

const LEASE_MS = 1_000;
const kinds = ['prune-jobs'];
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await clear();
});

async function clear() {
  await Promise.all([
    collection(database.db, 'jobs').deleteMany({}),
    collection(database.db, 'jobLocks').deleteMany({}),
  ]);
}

const start = new Date();
const at = (ms: number) => new Date(start.getTime() + ms);
const claimAt = (owner: string, now: Date) => claim(database.db, { kinds, owner, leaseMs: LEASE_MS, now });
const take = async (owner: string, now: Date) => (await claimAt(owner, now))?.job ?? null;
/** What a worker does at the end of a job. */
async function finish({ job, lock }: Claimed, now: Date) {
  const released = await fencedRelease(database.db, job, { state: 'done' }, now);
  if (lock) await releaseLock(database.db, lock);
  return released;
}
/** What a worker does to keep a job: the lock first. */
async function beat({ job, lock }: Claimed, now: Date) {
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  if (lock && !(await renewLock(database.db, lock, leaseUntil))) return null;
  return fencedWrite(database.db, job, { leaseUntil }, now);
}
const queue = (lockKey: string | null = null) =>
  enqueue(database.db, { kind: 'prune-jobs', params: {}, createdBy: 'test', lockKey, runAt: start });

describe('claiming', () => {
  it('gives a job to one of many who want it', async () => {
    await queue();
    const claims = await Promise.all(Array.from({ length: 12 }, (_, i) => take(`w${i}`, at(1))));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('waits for the time of a job', async () => {
    await enqueue(database.db, { kind: 'prune-jobs', params: {}, createdBy: 'test', runAt: at(100) });
    expect(await take('a', at(99))).toBeNull();
    expect(await take('a', at(100))).not.toBeNull();
  });

  it('takes over from a worker that is gone, once, and shuts the old one out', async () => {
    await queue();
    const old = await take('old', at(0));
    if (!old) throw new Error('nothing claimed');
    expect(await take('early', at(LEASE_MS))).toBeNull();
    const heirs = await Promise.all(Array.from({ length: 8 }, (_, i) => take(`h${i}`, at(LEASE_MS + 1))));
    const heir = heirs.find((job) => job !== null);
    expect(heirs.filter(Boolean)).toHaveLength(1);
    expect(heir?.fence).toBeGreaterThan(old.fence);
    expect(await fencedWrite(database.db, old, { result: 'stale' }, at(LEASE_MS + 2))).toBeNull();
    expect(await fencedRelease(database.db, old, { state: 'done' }, at(LEASE_MS + 2))).toBeNull();
  });

  it('never gives out two jobs with one lock key, and goes past them to others', async () => {
    await queue('tag:vip');
    await queue('tag:vip');
    await queue(null);
    const claims = await Promise.all(Array.from({ length: 9 }, (_, i) => take(`w${i}`, at(1))));
    const more = await take('late', at(2));
    const jobs = [...claims, more].flatMap((job) => job ?? []);
    expect(jobs.filter((job) => job.lockKey === 'tag:vip')).toHaveLength(1);
    expect(jobs.filter((job) => job.lockKey === null)).toHaveLength(1);
  });

  it('holds a lock key for a dead worker until the lease is over', async () => {
    await queue('k');
    const first = await claimAt('a', at(0));
    await queue('k');
    expect(await take('b', at(LEASE_MS))).toBeNull();
    const next = await claimAt('b', at(LEASE_MS + 1));
    expect(next?.job._id).toBe(first?.job._id);
    expect(await take('c', at(LEASE_MS + 2))).toBeNull();
    if (first) await finish(first, at(LEASE_MS + 3));
    expect(await take('c', at(LEASE_MS + 4))).toBeNull();
    if (next) await finish(next, at(LEASE_MS + 5));
    expect(await take('c', at(LEASE_MS + 6))).not.toBeNull();
  });

  it('ends a cancelled job without waiting for its lock key', async () => {
    await queue('k');
    await take('a', at(0));
    const second = await queue('k');
    await collection(database.db, 'jobs').updateOne({ _id: second }, { $set: { cancelRequested: true } });
    expect((await take('b', at(1)))?._id).toBe(second);
  });

  it('is not held up by a queue full of jobs whose lock key is taken', async () => {
    for (let i = 0; i < 15; i++) await queue('busy');
    const free = await enqueue(database.db, {
      kind: 'prune-jobs',
      params: {},
      createdBy: 'test',
      runAt: at(1),
    });
    expect((await take('a', at(2)))?.lockKey).toBe('busy');
    expect((await take('b', at(2)))?._id).toBe(free);
  });
});

/** What the workers of the property do, in any order and at any times. */
type Step = { worker: number; act: 'claim' | 'beat' | 'write' | 'finish'; wait: number };

const step: fc.Arbitrary<Step> = fc.record({
  worker: fc.integer({ min: 0, max: 3 }),
  act: fc.constantFrom('claim', 'claim', 'beat', 'write', 'finish'),
  wait: fc.integer({ min: 0, max: LEASE_MS }),
});

describe('after any interleaving of claims, expiries, heartbeats and ends', () => {
  it('only the latest claim of a job writes, and no two living claims share a lock key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await clear();
        await queue('k');
        await queue('k');
        await queue(null);
        const held = new Map<number, Claimed & { until: number }>();
        const latest = new Map<string, number>();
        let clock = 0;
        for (const { worker, act, wait } of steps) {
          clock += wait;
          const now = at(clock);
          const mine = held.get(worker);
          if (act === 'claim') {
            const claimed = await claimAt(`w${worker}`, now);
            if (!claimed) continue;
            // Of whatever job the one before was.
            expect(claimed.job.fence).toBeGreaterThan(Math.max(0, ...latest.values()));
            latest.set(claimed.job._id, claimed.job.fence);
            held.set(worker, { ...claimed, until: clock + LEASE_MS });
          } else if (mine) {
            const written = await writes[act](mine, now);
            // A write through an older claim never matches; one through the latest may only miss its lock.
            if (latest.get(mine.job._id) !== mine.job.fence) expect(written).toBeNull();
            else if (mine.lock === null) expect(written).not.toBeNull();
            if (act === 'finish' || written === null) held.delete(worker);
            else if (act === 'beat') held.set(worker, { ...mine, until: clock + LEASE_MS });
          }
          const living = [...held.values()].filter(({ lock, until }) => lock !== null && until >= clock);
          expect(living.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const writes = {
  beat,
  finish,
  write: ({ job }: Claimed, now: Date) => fencedWrite(database.db, job, { result: 'x' }, now),
};
