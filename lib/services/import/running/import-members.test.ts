import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { importText, membersMapping, ordersMapping, phone } from '../testing/import-text';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const name of ['members', 'identities', 'events', 'fields', 'eventTypes']) {
    await database.db.collection(name).deleteMany({});
  }
});

const header = 'phone,openid,city,level,sms\n';
const member = async (n: number) => {
  const claim = await collection(database.db, 'identities').findOne({ _id: `phone:+86${phone(n)}` });
  return collection(database.db, 'members').findOne({ _id: claim?.memberId ?? '' });
};

describe('members', () => {
  test('are made with what the row says, and found by any identity', async () => {
    const { db } = database;
    const rows = [`${phone(1)},o1,上海,gold,是`, `${phone(2)},,,silver,否`, ',o3,北京,,', ',,北京,,'];
    const { counts, newMembers, rejected } = await importText(db, header + rows.join('\n'), membersMapping);
    expect(counts).toEqual({ read: 4, accepted: 3, duplicates: 0, rejected: 1 });
    expect(newMembers).toBe(3);
    expect(rejected[0]?.reasons).toEqual([{ code: 'no-identity', column: 'phone', params: {} }]);
    expect(await member(1)).toMatchObject({
      attrs: { city: '上海', level: 'gold' },
      consent: { sms: ['marketing'] },
      identities: [
        { type: 'phone', value: `+86${phone(1)}` },
        { type: 'openid', value: 'o1' },
      ],
    });
    expect((await member(2))?.attrs).toEqual({ level: 'silver' });
    const ords = (await collection(db, 'members').find().sort({ ord: 1 }).toArray()).map(({ ord }) => ord);
    expect(ords.map((ord) => ord - (ords[0] ?? 0))).toEqual([0, 1, 2]);
  });

  test('importing again changes nothing, not even when they were changed last', async () => {
    const { db } = database;
    const text = `${header}${phone(1)},o1,上海,gold,是\n${phone(1)},,上海,gold,\n`;
    expect((await importText(db, text, membersMapping)).counts).toMatchObject({ accepted: 1, duplicates: 1 });
    const before = await member(1);
    expect((await importText(db, text, membersMapping)).counts).toMatchObject({ accepted: 0, duplicates: 2 });
    expect(await member(1)).toEqual(before);
  });

  test('a later row wins, an empty cell keeps, and every change sets updatedAt', async () => {
    const { db } = database;
    await importText(db, `${header}${phone(1)},,上海,gold,是\n`, membersMapping);
    const before = await member(1);
    const change = `${header}${phone(1)},,北京,,否\n${phone(1)},o1,杭州,,\n`;
    const dry = await importText(db, change, membersMapping, { dryRun: true });
    const { counts } = await importText(db, change, membersMapping);
    expect(dry.counts).toEqual(counts);
    expect(counts.accepted).toBe(2);
    const after = await member(1);
    expect(after).toMatchObject({
      attrs: { city: '杭州', level: 'gold' },
      consent: { sms: [] },
      ord: before?.ord,
    });
    expect(after?.identities).toHaveLength(2);
    expect(after?.updatedAt.getTime()).toBeGreaterThan(before?.updatedAt.getTime() ?? 0);
    expect(after?.createdAt).toEqual(before?.createdAt);
  });

  test('rows that lead to two members are rejected and change neither', async () => {
    const { db } = database;
    await importText(db, `${header}${phone(1)},,上海,,\n${phone(2)},o2,北京,,\n`, membersMapping);
    const { counts, rejected } = await importText(db, `${header}${phone(1)},o2,杭州,,\n`, membersMapping);
    expect(counts).toMatchObject({ accepted: 0, rejected: 1 });
    expect(rejected[0]?.reasons[0]?.code).toBe('identity-conflict');
    expect((await member(1))?.attrs.city).toBe('上海');
  });

  test('a dry run counts what would be, row by row, and writes nothing', async () => {
    const { db } = database;
    const text = `${header}${phone(1)},,上海,,\n${phone(1)},,上海,,\n${phone(2)},,,,\n`;
    const dry = await importText(db, text, membersMapping, { dryRun: true, batchSize: 1 });
    expect(dry.counts).toEqual({ read: 3, accepted: 2, duplicates: 1, rejected: 0 });
    expect(dry.newMembers).toBe(2);
    expect(await collection(db, 'members').countDocuments()).toBe(0);
    expect((await importText(db, text, membersMapping, { batchSize: 1 })).counts).toEqual(dry.counts);
  });

  test('members and events at once, by different identities, end with one each', async () => {
    const { db } = database;
    const people = Array.from({ length: 40 }, (_, n) => n + 1);
    const rows = people.map((n) => `${phone(n)},o${n},上海,,\n`).join('');
    const orders = people.map((n) => `,o${n},2026-01-01,1\n`).join('');
    await Promise.all([
      importText(db, header + rows, membersMapping, { batchSize: 10, abandonedAfterMs: 2_000 }),
      importText(db, `phone,openid,day,amount\n${orders}`, ordersMapping, {
        batchSize: 7,
        abandonedAfterMs: 2_000,
      }),
    ]);
    const members = await collection(db, 'members').find().toArray();
    expect(members).toHaveLength(40);
    expect(members.every(({ identities, attrs }) => identities.length === 2 && attrs.city === '上海')).toBe(
      true,
    );
  });
});

describe('the catalogue', () => {
  test('learns fields and options before the values are stored', async () => {
    const { db } = database;
    await importText(
      db,
      `${header}${phone(1)},,上海,gold,\n${phone(2)},,,silver,\n${phone(3)},,,gold,\n`,
      membersMapping,
    );
    const level = await collection(db, 'fields').findOne({ _id: 'attrs.level' });
    expect(level).toMatchObject({ type: 'option', origin: 'discovered', personal: false });
    expect(level?.options.map(({ value }) => value)).toEqual(['gold', 'silver']);
    expect(await collection(db, 'fields').findOne({ _id: 'attrs.city' })).toMatchObject({
      label: { zh: '城市' },
      type: 'text',
    });
  });

  test('a label of an option in the file is stored as its value', async () => {
    const { db } = database;
    await importText(db, `${header}${phone(1)},,,gold,\n`, membersMapping);
    await collection(db, 'fields').updateOne(
      { _id: 'attrs.level' },
      { $set: { options: [{ value: 'gold', label: { zh: '金卡', en: 'Gold' } }] } },
    );
    await importText(db, `${header}${phone(2)},,,金卡,\n`, membersMapping);
    expect((await member(2))?.attrs.level).toBe('gold');
  });
});
