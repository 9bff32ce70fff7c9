import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { pointAccount, pointEntries } from './account-dto';
import { adjustPoints, redeemPoints } from './book-by-hand';
import { runPoints } from './run-points';
import { changePointRule, deletePointRule, setPointRuleActive } from './save-rule';
import { expectLedgerLaws } from './testing/ledger-laws';
import { actor, makeRule, openShop, order, orderRule } from './testing/shop';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
  await openShop(database.db, 3);
});
afterEach(async () => {
  await expectLedgerLaws(database.db);
  await database.drop();
});

const june = (day: number, hour = 12) => new Date(Date.UTC(2026, 5, day, hour));
const run = (now: Date) => runPoints(database.db, { now, by: 'test' });
const buy = (...orders: Parameters<typeof order>[]) =>
  collection(database.db, 'events').insertMany(orders.map((one) => order(...one)));
const balance = async (member: string, now: Date) => (await pointAccount(database.db, member, now)).balance;
const kinds = async (member: string) =>
  (await pointEntries(database.db, member, { limit: 50 })).entries.map(({ kind, points }) => [kind, points]);
async function stored(member: string) {
  const found = await collection(database.db, 'members').findOne({ _id: member });
  return [found?.metrics.points_balance, found?.metrics.points_earned];
}

describe('earning', () => {
  test('is by the full amount, once for every event, and stored with the member', async () => {
    const { db } = database;
    const id = await makeRule(db, orderRule());
    await buy(
      ['a', 'm0', june(1), 1_250],
      ['b', 'm0', june(2), 99],
      ['c', 'm1', june(2), 'much'],
      ['d', 'nobody', june(1), 900],
    );
    expect(await run(june(3))).toMatchObject({ earned: 12, entries: 1, members: 1 });
    expect(await run(june(4))).toMatchObject({ entries: 0, members: 0 });
    expect([await stored('m0'), await stored('m1')]).toEqual([
      [12, 12],
      [0, 0],
    ]);
    const before = await collection(db, 'members').findOne({ _id: 'm0' });
    await buy(['e', 'm1', june(4), 100], ['later', 'm0', june(20), 100]);
    expect(await run(june(5))).toMatchObject({ earned: 1, members: 1 });
    expect(await collection(db, 'members').findOne({ _id: 'm0' })).toEqual(before);
    expect(await collection(db, 'pointRules').findOne({ _id: id })).toMatchObject({
      given: { points: 13, members: 2 },
    });
    expect(await collection(db, 'fields').findOne({ _id: 'metrics.points_balance' })).toMatchObject({
      origin: 'built-in',
    });
  });

  test('keeps to conditions, the first day and the most of a day', async () => {
    const where = {
      mode: 'all',
      rows: [{ subject: { kind: 'field', path: 'props.amount' }, operator: 'atLeast', value: 500 }],
    };
    const worth = { kind: 'fixed', points: 10 } as const;
    await makeRule(database.db, orderRule({ where, worth, from: '2026-06-02', mostPerDay: 15 }));
    // The workspace's days are those of Shanghai: 1 June 20:00 UTC is 2 June there.
    await buy(
      ['a', 'm0', june(1, 12), 900],
      ['b', 'm0', june(1, 20), 900],
      ['c', 'm0', june(2, 1), 900],
      ['d', 'm0', june(2, 2), 900],
      ['e', 'm0', june(2, 3), 100],
      ['f', 'm0', june(3), 500],
    );
    await run(june(4));
    expect(await kinds('m0')).toEqual([
      ['earn', 10],
      ['earn', 5],
      ['earn', 10],
    ]);
    // The event that filled the day is gone: the one that had been kept out has its turn.
    await collection(database.db, 'events').deleteOne({ _id: 'b' });
    await run(june(5));
    expect(await kinds('m0')).toEqual([
      ['earn', 10],
      ['reverse', -10],
      ['earn', 10],
      ['earn', 5],
      ['earn', 10],
    ]);
  });

  test('of a paused rule, or of one that the catalogue no longer knows, gives nothing and takes nothing', async () => {
    const { db } = database;
    const id = await makeRule(db, orderRule());
    await buy(['a', 'm0', june(1), 1_000]);
    await run(june(2));
    await buy(['b', 'm0', june(2), 1_000]);
    await setPointRuleActive(db, actor, id, false);
    expect(await run(june(3))).toMatchObject({ entries: 0 });
    await collection(db, 'eventTypes').deleteOne({ _id: 'order' });
    await setPointRuleActive(db, actor, id, true);
    expect(await run(june(3))).toMatchObject({ entries: 0 });
    const broken = await collection(db, 'pointRules').findOne({ _id: id });
    expect(broken?.problem?.zh).toContain('order');
    await expect(deletePointRule(db, actor, id)).rejects.toMatchObject({ code: 'points-given' });
  });
});

describe('an event that is replaced', () => {
  const replace = (id: string, by: string, at: Date, amount: number) =>
    collection(database.db, 'events').updateOne(
      { _id: id },
      { $set: { at, props: { amount }, replacedBy: by } },
    );

  test('gives what it is worth now, and takes back what it gave', async () => {
    await makeRule(database.db, orderRule());
    await buy(['a', 'm0', june(1), 1_000], ['b', 'm0', june(1), 300]);
    await run(june(2));
    await replace('a', 'second:1', june(1), 400);
    expect(await run(june(3))).toMatchObject({ earned: 4, reversed: 10, lacking: 0, entries: 2 });
    expect(await run(june(3))).toMatchObject({ entries: 0 });
    expect(await stored('m0')).toEqual([7, 7]);
    await replace('a', 'third:1', june(1), 600);
    await run(june(4));
    expect(await stored('m0')).toEqual([9, 9]);
    await collection(database.db, 'events').deleteOne({ _id: 'a' });
    expect(await run(june(5))).toMatchObject({ reversed: 6, entries: 1 });
    expect(await stored('m0')).toEqual([3, 3]);
  });

  test('gives nothing more where it is worth the same, also when its points are used', async () => {
    await makeRule(database.db, orderRule());
    await buy(['a', 'm0', june(1), 1_000]);
    await run(june(2));
    await redeemPoints(database.db, actor, 'm0', { key: 'cup', points: 10, note: '' }, june(2));
    await replace('a', 'second:1', june(1), 1_099);
    expect(await run(june(3))).toMatchObject({ entries: 0 });
    // Another day, the same worth: former points are made up for by those of now.
    await replace('a', 'third:1', june(2), 1_000);
    expect(await run(june(4))).toMatchObject({ earned: 10, reversed: 10, lacking: 0 });
    expect(await stored('m0')).toEqual([0, 10]);
  });

  test('that the rule does not count any more is taken back, and one of a paused rule is not', async () => {
    const { db } = database;
    const where = {
      mode: 'all',
      rows: [{ subject: { kind: 'field', path: 'props.amount' }, operator: 'atLeast', value: 500 }],
    };
    const id = await makeRule(db, orderRule({ where }));
    await buy(['a', 'm0', june(1), 1_000], ['b', 'm0', june(1), 600]);
    await run(june(2));
    await setPointRuleActive(db, actor, id, false);
    await replace('a', 'second:1', june(1), 100);
    expect(await run(june(3))).toMatchObject({ entries: 0 });
    await setPointRuleActive(db, actor, id, true);
    expect(await run(june(4))).toMatchObject({ reversed: 10, entries: 1 });
    expect(await run(june(5))).toMatchObject({ entries: 0 });
  });

  test('keeps to the most of a day, that without what it gave before', async () => {
    await makeRule(database.db, orderRule({ mostPerDay: 12 }));
    await buy(['a', 'm0', june(1), 1_000], ['b', 'm0', june(1, 13), 900]);
    await run(june(2));
    expect(await stored('m0')).toEqual([12, 12]);
    await replace('a', 'second:1', june(1), 1_100);
    await run(june(3));
    expect(await stored('m0')).toEqual([12, 12]);
    await replace('a', 'third:1', june(1), 500);
    await run(june(4));
    await run(june(4));
    expect(await stored('m0')).toEqual([7, 7]);
  });
});

describe('an event that is deleted', () => {
  test('is taken back as far as there are points; what is lacking is noted', async () => {
    const { db } = database;
    await makeRule(db, orderRule());
    await buy(['a', 'm0', june(1), 1_000], ['b', 'm0', june(2), 300]);
    await run(june(3));
    await redeemPoints(db, actor, 'm0', { key: 'cup', points: 8, note: '' }, june(3));
    await collection(db, 'events').deleteOne({ _id: 'a' });
    expect(await run(june(4))).toMatchObject({ reversed: 5, lacking: 5 });
    expect(await run(june(4))).toMatchObject({ entries: 0 });
    expect([await balance('m0', june(4)), await stored('m0')]).toEqual([0, [0, 3]]);
    expect(await kinds('m0')).toEqual([
      ['reverse', -5],
      ['redeem', -8],
      ['earn', 3],
      ['earn', 10],
    ]);
  });

  test('after its points expired takes nothing more', async () => {
    const { db } = database;
    await makeRule(db, orderRule({ expiresAfterDays: 5 }));
    await buy(['a', 'm0', june(1), 1_000], ['b', 'm0', june(5), 700]);
    await run(june(8));
    expect(await balance('m0', june(8))).toBe(7);
    await collection(db, 'events').deleteOne({ _id: 'a' });
    expect(await run(june(8))).toMatchObject({ reversed: 0, lacking: 0, entries: 1 });
    expect(await stored('m0')).toEqual([7, 7]);
  });

  test('with its member takes their points with it', async () => {
    const { db } = database;
    await makeRule(db, orderRule());
    await buy(['a', 'm0', june(1), 1_000], ['b', 'm1', june(1), 1_000]);
    await run(june(2));
    await collection(db, 'members').deleteOne({ _id: 'm0' });
    await run(june(3));
    expect(await collection(db, 'pointEntries').distinct('memberId')).toEqual(['m1']);
    expect(await collection(db, 'pointAccounts').distinct('_id')).toEqual(['m1']);
  });
});

describe('by hand', () => {
  test('what expires first is used first, and what is over is not used', async () => {
    const { db } = database;
    await makeRule(db, orderRule({ expiresAfterDays: 10 }));
    await buy(['a', 'm0', june(1), 1_000], ['b', 'm0', june(5), 1_000]);
    await run(june(6));
    await redeemPoints(db, actor, 'm0', { key: 'one', points: 6, note: '杯子' }, june(7));
    const { balance: left, expiring } = await pointAccount(db, 'm0', june(7));
    expect([left, expiring.map(({ points }) => points)]).toEqual([14, [4, 10]]);
    // 11 June is the last day of the first ones, whether a run has booked that or not.
    expect(await balance('m0', june(12))).toBe(10);
    await expect(
      redeemPoints(db, actor, 'm0', { key: 'two', points: 11, note: '' }, june(12)),
    ).rejects.toMatchObject({ code: 'not-enough-points', params: { balance: 10, points: 11 } });
    await redeemPoints(db, actor, 'm0', { key: 'two', points: 10, note: '' }, june(12));
    expect(await kinds('m0')).toEqual([
      ['redeem', -10],
      ['expire', -4],
      ['redeem', -6],
      ['earn', 10],
      ['earn', 10],
    ]);
  });

  test('one key counts once, and two at once never take more than there is', async () => {
    const { db } = database;
    await adjustPoints(db, actor, 'm0', { key: 'gift', points: 100, note: '补发' }, june(1));
    const twice = Array.from({ length: 4 }, () =>
      redeemPoints(db, actor, 'm0', { key: 'k', points: 30, note: '' }, june(1)),
    );
    for (const { account } of await Promise.all(twice)) expect(account.balance).toBe(70);
    await expect(redeemPoints(db, actor, 'm0', { key: 'k', points: 31, note: '' })).rejects.toMatchObject({
      code: 'key-reused',
    });
    const many = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) =>
        redeemPoints(db, actor, 'm0', { key: `k${i}`, points: 20, note: '' }, june(1)),
      ),
    );
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect([await balance('m0', june(1)), await stored('m0')]).toEqual([10, [10, 0]]);
    await expect(
      adjustPoints(db, actor, 'm0', { key: 'back', points: -11, note: '更正' }),
    ).rejects.toMatchObject({ code: 'not-enough-points' });
    const audited = await collection(db, 'audit').countDocuments({
      action: 'points.redeem',
      target: 'member:m0',
    });
    expect(audited).toBe(4);
  });

  test('the ledger comes in pages, newest first', async () => {
    const { db } = database;
    for (let i = 1; i <= 5; i += 1)
      await adjustPoints(db, actor, 'm0', { key: `${i}`, points: i, note: '活动' });
    const first = await pointEntries(db, 'm0', { limit: 3 });
    const rest = await pointEntries(db, 'm0', { limit: 3, before: first.next ?? 0 });
    expect([...first.entries, ...rest.entries].map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
    expect([first.next, rest.next]).toEqual([3, null]);
  });
});

test('a rule is changed over the revision that was read, and keeps its kind', async () => {
  const { db } = database;
  const id = await makeRule(db, orderRule());
  const label = { zh: '新', en: 'New' };
  expect(
    await changePointRule(db, actor, id, { label, rule: orderRule({ mostPerDay: 5 }), revision: 1 }),
  ).toMatchObject({ revision: 2, counted: { zh: '下单' }, measure: { unit: 'CNY' } });
  await expect(
    changePointRule(db, actor, id, { label, rule: orderRule(), revision: 1 }),
  ).rejects.toMatchObject({ code: 'revision-conflict' });
  const nothing = orderRule({ worth: { kind: 'per', property: 'props.nothing', amount: 1, points: 1 } });
  await expect(makeRule(db, nothing)).rejects.toMatchObject({
    code: 'invalid-input',
    params: { where: 'rule.worth.property' },
  });
  await expect(
    makeRule(db, { kind: 'task', segment: 'none', points: 1, expiresAfterDays: null }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await deletePointRule(db, actor, id);
});
