import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { noteEvents } from '@/lib/members/note-changes';
import { removeDemo } from '@/lib/services/demo/remove-demo';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { type Predicate, rule, value } from '@/rules-engine/index';
import { MongoCounter } from '../mongo-counter';
import { demoAsOf, demoWorkspace } from '../testing/demo-workspace';
import { Mirror } from './mirror';
import type { MirrorAnswer } from './mirror-answer';

const size = 300;
const fresh = { withinMs: 0 };
let database: TestDatabase;
let mirror: Mirror;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
  await demoWorkspace(database.db, size);
  mirror = new Mirror(database.db, { budgetBytes: 2 ** 28 });
});
afterAll(async () => {
  mirror.end();
  await database.drop();
});

const orders = value.aggregate({
  fn: 'count',
  eventType: 'order',
  of: null,
  from: null,
  to: demoAsOf,
  where: rule.always,
  timeZone: 'Asia/Shanghai',
});
const bought = (n: number) => rule.compare('gte', orders, value.number(n));
const lives = (city: string) => rule.compare('eq', value.field('attrs.city', 'text'), value.text(city));

/** Asks until the columns are loaded: the first answers are passed on. */
async function counted(of: Mirror, ...predicates: Predicate[]): Promise<MirrorAnswer & { kind: 'counted' }> {
  for (;;) {
    const answer = await of.count(predicates, fresh);
    if (answer.kind === 'counted') return answer;
    expect(answer.reason).toBe('loading');
    await of.loader.loaded();
  }
}

describe('what is asked', () => {
  test('is passed on while its columns are loaded, and then counted as MongoDB does', async () => {
    const predicates = [bought(1), bought(3), lives('上海'), rule.not(lives('上海')), rule.always];
    expect(await mirror.count(predicates, fresh)).toEqual({ kind: 'passed-on', reason: 'loading' });
    const { counts, total } = await counted(mirror, ...predicates);
    const asked = new Map(predicates.map((predicate, i) => [i, predicate]));
    const exact = await new MongoCounter(database.db).count(asked);
    expect(counts).toEqual(predicates.map((_, i) => exact.counts.get(i)?.n));
    expect(total).toBe(size);
  });

  test('sees a change of a member and an event that came, at once where nothing may be missing', async () => {
    const before = await counted(mirror, lives('Atlantis'), bought(1));
    const never = await collection(database.db, 'members').findOne({
      _id: { $nin: await collection(database.db, 'events').distinct('memberId', { type: 'order' }) },
    });
    const memberId = never?._id ?? '';
    const updatedAt = new Date();
    await collection(database.db, 'members').updateOne(
      { _id: memberId },
      { $set: { 'attrs.city': 'Atlantis', updatedAt } },
    );
    await collection(database.db, 'events').insertOne({
      _id: 'came',
      memberId,
      type: 'order',
      at: new Date(demoAsOf - 1),
      props: {},
      source: 'test',
      dedupeKey: 'came',
    });
    await noteEvents(database.db, ['came']);
    const after = await counted(mirror, lives('Atlantis'), bought(1));
    expect(after.counts).toEqual([1, (before.counts[1] ?? 0) + 1]);
    expect(after.watermark).toBe(updatedAt.getTime());
    expect(after.generation).toBeGreaterThan(before.generation);
  });

  test('is counted by MongoDB where there is no room', async () => {
    const narrow = new Mirror(database.db, { budgetBytes: 12_000 });
    await narrow.count([lives('上海')], fresh);
    await narrow.loader.loaded();
    expect(await narrow.count([lives('上海')], fresh)).toEqual({ kind: 'passed-on', reason: 'over-budget' });
    narrow.end();
  });

  test('makes room by dropping what was not used for longest', async () => {
    const one = new Mirror(database.db, { budgetBytes: 2 ** 28 });
    await counted(one, lives('上海'));
    const { bytes } = one.loader.data ?? { bytes: 0 };
    const small = new Mirror(database.db, { budgetBytes: (bytes * 1.2) / 0.75 });
    const flag = rule.present(value.field('attrs.inGroup', 'boolean'));
    const points = rule.present(value.field('attrs.points', 'number'));
    await counted(small, lives('上海'));
    await counted(small, points);
    await counted(small, flag);
    expect(small.loader.data?.members.fields.has('text attrs.city')).toBe(false);
    one.end();
    small.end();
  });
});

describe('an audit', () => {
  test('finds nothing where both agree', async () => {
    await counted(mirror, bought(2));
    await mirror.auditOne();
    expect(mirror.audit?.result).toBe('same');
  });

  test('drops everything where they differ', async () => {
    const wrong = new Mirror(database.db, { budgetBytes: 2 ** 28 });
    const everywhere = rule.present(value.field('attrs.city', 'text'));
    await counted(wrong, everywhere);
    const { data } = wrong.loader;
    for (let row = 0; row < size; row += 1)
      data?.members.table.columns.get('text attrs.city')?.set(row, null);
    // Of the two predicates that were counted, that all members are, is right.
    for (let tries = 0; wrong.audit?.result !== 'different' && tries < 100; tries += 1)
      await wrong.auditOne();
    expect(wrong.audit?.result).toBe('different');
    await wrong.loader.loaded();
    expect(wrong.loader.data).not.toBe(data);
    expect((await counted(wrong, everywhere)).counts[0]).toBeGreaterThan(0);
    wrong.end();
  });
});

test('members that are removed count no more, nor do their events', async () => {
  await counted(mirror, bought(1));
  await removeDemo(database.db);
  expect(await counted(mirror, bought(1), rule.always)).toMatchObject({ counts: [0, 0], total: 0 });
});
