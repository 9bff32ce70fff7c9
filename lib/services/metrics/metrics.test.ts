import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { jobById } from '@/lib/jobs/control';
import { startWorker } from '@/lib/jobs/worker';
import { newMember } from '@/lib/members/new-member';
import { jobHandlers } from '@/lib/server/job-handlers';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { loadCatalogue } from '@/lib/workspace/load-catalogue';
import { previewMetric } from './preview-metric';
import { changeMetric, createMetric, deleteMetric } from './save-metric';
import { startRecompute } from './start-recompute';

const began = new Date('2026-01-01T00:00:00Z');
const asOf = Date.parse('2026-06-30T12:00:00Z');
const actor = systemActor('test');
const spent = {
  kind: 'event',
  eventType: 'order',
  fn: 'sum',
  property: 'props.amount',
  window: { kind: 'last', n: 90, unit: 'days' },
};
const last = { kind: 'event', eventType: 'order', fn: 'last', window: { kind: 'allTime' } };
let database: TestDatabase;
let stop: AbortController;
let worker: Promise<void>;

/** Member i has i orders of i yuan, one a day back from 29 June 2026; member 0 has a stored metric of another name. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await ensureIndexes(db);
  await collection(db, 'eventTypes').insertOne({
    _id: 'order',
    label: { zh: '下单', en: 'Order' },
    props: [
      { path: 'props.amount', type: 'money', label: { zh: '金额', en: 'Amount' }, unit: 'CNY', options: [] },
    ],
    updatedAt: began,
  });
  const members = Array.from({ length: 6 }, (_, i) => newMember(`m${i}`, i, [], began));
  await collection(db, 'members').insertMany(members.map((member) => ({ ...member, metrics: { other: 7 } })));
  const events = members.flatMap(({ _id, ord }) =>
    Array.from({ length: ord }, (_, k) => ({
      _id: `${_id}-${k}`,
      memberId: _id,
      type: 'order',
      at: new Date(Date.parse('2026-06-29T00:00:00Z') - k * 86_400_000),
      props: { amount: ord * 100 },
      source: 'test',
      dedupeKey: `${_id}-${k}`,
    })),
  );
  await collection(db, 'events').insertMany([
    ...events,
    {
      ...events[0],
      _id: 'ghost',
      dedupeKey: 'ghost',
      memberId: 'nobody',
      type: 'order',
      at: began,
      props: {},
      source: 'test',
    },
  ]);
  stop = new AbortController();
  worker = startWorker(db, { handlers: jobHandlers, signal: stop.signal, times: { idleMs: 20 } });
});

afterAll(async () => {
  stop.abort();
  await worker;
  await database.drop();
});

const finished = (job: string) =>
  expect.poll(async () => (await jobById(database.db, job)).state, { timeout: 20_000 }).toBe('done');

async function stored(key: string): Promise<unknown[]> {
  const members = await collection(database.db, 'members').find().sort({ ord: 1 }).toArray();
  return members.map(({ metrics }) => {
    expect(metrics.other).toBe(7);
    return metrics[key] ?? null;
  });
}

describe('a metric', () => {
  test('is previewed, defined, computed and changed', async () => {
    const { db } = database;
    const preview = await previewMetric(
      db,
      { operand: spent, asOf: new Date(asOf).toISOString() },
      new AbortController().signal,
    );
    expect(preview).toMatchObject({
      type: 'money',
      unit: 'CNY',
      of: 6,
      present: 6,
      exact: true,
      min: 0,
      max: 2500,
    });
    expect(preview.bins.reduce((n, bin) => n + bin.n, 0)).toBe(6);

    const label = { zh: '近90天消费', en: 'Spent in 90 days' };
    const metric = await createMetric(db, actor, { key: 'spent_90d', label, operand: spent });
    expect(metric).toMatchObject({ path: 'metrics.spent_90d', type: 'money', unit: 'CNY', lastRun: null });
    await finished(await startRecompute(db, actor, 'spent_90d', asOf));
    expect(await stored('spent_90d')).toEqual([0, 100, 400, 900, 1600, 2500]);

    const before = await collection(db, 'members').findOne({ _id: 'm3' });
    await finished(await startRecompute(db, actor, 'spent_90d', asOf));
    expect(await collection(db, 'members').findOne({ _id: 'm3' })).toEqual(before);

    const changed = { label, operand: { ...spent, fn: 'mean' }, revision: metric.revision };
    await changeMetric(db, actor, 'spent_90d', changed);
    await expect(changeMetric(db, actor, 'spent_90d', changed)).rejects.toMatchObject({
      code: 'revision-conflict',
    });
    await finished(await startRecompute(db, actor, 'spent_90d', asOf));
    // The mean of no orders is empty: the value that was stored is taken off.
    expect(await stored('spent_90d')).toEqual([null, 100, 200, 300, 400, 500]);
  });

  test('may be a date', async () => {
    const { db } = database;
    await createMetric(db, actor, {
      key: 'last_order',
      label: { zh: '最近下单', en: 'Last order' },
      operand: last,
    });
    await finished(await startRecompute(db, actor, 'last_order', asOf));
    const [none, first] = await stored('last_order');
    expect([none, first]).toEqual([null, new Date('2026-06-29T00:00:00Z')]);
  });

  test('is known to be whole where only whole numbers come of it, whatever it was before', async () => {
    const { db } = database;
    const { property: _, ...orders } = spent;
    const label = { zh: '下单次数', en: 'Orders' };
    const count = { ...orders, fn: 'count' };
    const metric = await createMetric(db, actor, { key: 'counted', label, operand: count });
    const isWhole = async () => (await loadCatalogue(db)).fields['metrics.counted']?.whole ?? false;
    expect(await isWhole()).toBe(true);
    const operand = { ...orders, fn: 'meanDaysBetween' };
    await changeMetric(db, actor, 'counted', { label, operand, revision: metric.revision });
    expect(await isWhole()).toBe(false);
  });

  test('goes, and its values with it', async () => {
    const { db } = database;
    await createMetric(db, actor, { key: 'gone', label: { zh: '将删除', en: 'Gone' }, operand: spent });
    await finished(await startRecompute(db, actor, 'gone', asOf));
    await deleteMetric(db, actor, 'gone');
    await expect
      .poll(() => stored('gone'), { timeout: 20_000 })
      .toEqual([null, null, null, null, null, null]);
    expect(await collection(db, 'fields').findOne({ _id: 'metrics.gone' })).toBeNull();
  });

  test('of something unknown is refused with the place and the reason', async () => {
    const { db } = database;
    const label = { zh: '错', en: 'Wrong' };
    const wrong = createMetric(db, actor, {
      key: 'wrong',
      label,
      operand: { ...spent, property: 'props.nothing' },
    });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid-input',
      params: { where: 'operand.property' },
    });
    await expect(createMetric(db, actor, { key: 'wrong', label, operand: 5 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(createMetric(db, actor, { key: 'spent_90d', label, operand: spent })).rejects.toMatchObject({
      code: 'key-taken',
    });
  });
});
