import { afterAll, beforeAll, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { cancelJob, jobById } from '@/lib/jobs/control';
import { startWorker } from '@/lib/jobs/worker';
import { newMember } from '@/lib/members/new-member';
import { jobHandlers } from '@/lib/server/job-handlers';
import { archiveDefinition } from '@/lib/services/definitions/archive';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { createMetric } from '@/lib/services/metrics/save-metric';
import { publish } from '@/lib/services/versions/publish';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { draw } from '@/rules-engine/index';
import { pointAccount } from './account-dto';
import { redeemPoints } from './book-by-hand';
import { pointsOverview, scheduledPoints, setPointsSchedule, startPointsRun } from './programme';
import { expectLedgerLaws } from './testing/ledger-laws';
import { actor, began, makeRule, openShop, order, orderRule } from './testing/shop';

let database: TestDatabase;
let stop: AbortController;
let worker: Promise<void>;
const members = 1_200;

/** Every member has an order of 10 yuan; the first has far more than goes into one write. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await openShop(db, 1);
  await collection(db, 'members').insertMany(
    Array.from({ length: members - 1 }, (_, i) => newMember(`m${i + 1}`, i + 1, [], began)),
  );
  await collection(db, 'events').insertMany([
    ...Array.from({ length: members }, (_, i) => order(`o${i}`, `m${i}`, '2026-06-01', 1_000)),
    ...Array.from({ length: 2_500 }, (_, i) => order(`x${i}`, 'm0', '2026-06-02', 100)),
  ]);
  stop = new AbortController();
  worker = startWorker(db, { handlers: jobHandlers, signal: stop.signal, times: { idleMs: 20 } });
});
afterAll(async () => {
  stop.abort();
  await worker;
  await database.drop();
});

async function finished(job: string): Promise<unknown> {
  const state = async () => (await jobById(database.db, job)).state;
  await expect.poll(state, { timeout: 30_000 }).toBe('done');
  return (await jobById(database.db, job)).result;
}

test('a run goes over all members, in steps, and is one at a time', async () => {
  const { db } = database;
  await makeRule(db, orderRule());
  const job = await startPointsRun(db, actor);
  await expect(startPointsRun(db, actor)).rejects.toMatchObject({ code: 'already-running' });
  const earned = members * 10 + 2_500;
  expect(await finished(job)).toMatchObject({ earned, entries: members + 2_500, members });
  await expectLedgerLaws(db);
  await redeemPoints(db, actor, 'm0', { key: 'cup', points: 510, note: '' });
  expect(await pointsOverview(db)).toMatchObject({
    totals: { given: earned, redeemed: 510, outstanding: earned - 510, members },
    lastRun: { outcome: { earned } },
    failure: null,
    job: null,
    rules: [{ given: { points: earned, members } }],
  });
  expect(await finished(await startPointsRun(db, actor))).toMatchObject({ entries: 0, members: 0 });
});

test('who is in a segment earns for a task once, also after they left it', async () => {
  const { db } = database;
  const rows = [
    { subject: { kind: 'field', path: 'metrics.points_balance' }, operator: 'atLeast', value: 1_500 },
  ];
  const graph = draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      c: { type: 'condition', params: { mode: 'all', rows }, at: [1, 0] },
      out: { type: 'segmentOutput', at: [2, 0] },
    },
    ['all.out → c.in', 'c.matched → out.in'],
  );
  const { id, key } = await createDefinition(db, actor, {
    kind: 'segment',
    label: { zh: '大户', en: 'Rich' },
  });
  const task = { kind: 'task', segment: key, points: 50, expiresAfterDays: null } as const;
  await expect(makeRule(db, task)).rejects.toMatchObject({ code: 'not-found' });
  await saveDraft(db, actor, id, { revision: (await findDefinition(db, id)).revision, graph });
  const { revision } = await findDefinition(db, id);
  expect(await publish(db, actor, id, { revision, note: '' }, Date.now())).toMatchObject({
    ok: true,
  });
  await makeRule(db, task);
  await expect(archiveDefinition(db, actor, id)).rejects.toMatchObject({ code: 'in-use' });
  expect(await finished(await startPointsRun(db, actor))).toMatchObject({ earned: 50, entries: 1 });
  await redeemPoints(db, actor, 'm0', {
    key: 'all',
    points: (await pointAccount(db, 'm0')).balance,
    note: '',
  });
  expect(await finished(await startPointsRun(db, actor))).toMatchObject({ entries: 0 });
  expect(await pointAccount(db, 'm0')).toMatchObject({ balance: 0, earned: 2_560 });
});

test('a schedule starts a run once, however many look', async () => {
  const { db } = database;
  await setPointsSchedule(db, actor, { every: 'day', at: '03:00' });
  const { nextRunAt } = await pointsOverview(db);
  const due = new Date(nextRunAt ?? '');
  const before = await collection(db, 'jobs').countDocuments({ kind: 'points-run' });
  await Promise.all(Array.from({ length: 3 }, () => scheduledPoints.tick(db, due)));
  expect(await collection(db, 'jobs').countDocuments({ kind: 'points-run' })).toBe(before + 1);
  await finished(`points-run:${due.getTime()}`);
  expect(new Date((await pointsOverview(db)).nextRunAt ?? '').getTime()).toBeGreaterThan(due.getTime());
  await expect(setPointsSchedule(db, actor, { every: 'cron', cron: '0 0 31 2 *' })).rejects.toMatchObject({
    code: 'invalid-schedule',
  });
  await setPointsSchedule(db, actor, null);
});

test('a run that is cancelled says so, and the next one goes on', async () => {
  const { db } = database;
  const job = await startPointsRun(db, actor);
  await cancelJob(db, actor, job);
  await expect
    .poll(async () => (await jobById(db, job)).state, { timeout: 30_000 })
    .toMatch(/cancelled|done/);
  await finished(await startPointsRun(db, actor));
  expect((await pointsOverview(db)).failure).toBeNull();
  await expectLedgerLaws(db);
});

test('the metrics of the programme are nobody else’s', async () => {
  const operand = { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } };
  const metric = { key: 'points_balance', label: { zh: '积分', en: 'Points' }, operand };
  await expect(createMetric(database.db, actor, metric)).rejects.toMatchObject({ code: 'key-taken' });
});
