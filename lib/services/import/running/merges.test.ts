import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ImportMapping, importMappingSchema } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { storeMerges } from '../records/merges';
import { importText, phone } from '../testing/import-text';
import type { MergedRow } from '../writing/batch';
import type { Claiming } from '../writing/import-claim';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const name of ['members', 'identities', 'events', 'fields', 'importMerges'])
    await database.db.collection(name).deleteMany({});
});

const mapping = (kind: ImportMapping['kind'], shared: 'merge' | 'reject' = 'merge'): ImportMapping =>
  importMappingSchema.parse({
    kind,
    file: { format: 'csv' },
    timeZone: 'Asia/Shanghai',
    source: 'crm',
    identities: [
      { column: 'customer', type: 'customer_id' },
      { column: 'phone', type: 'phone', ...(shared === 'reject' ? { shared } : {}) },
    ],
    ...(kind === 'members'
      ? { attributes: [{ column: 'city', path: 'attrs.city', value: { type: 'text' } }] }
      : { eventType: { fixed: 'order' }, at: { column: 'day', format: 'YYYY-MM-DD' }, createMembers: true }),
  });
const header = 'customer,phone,city,day\n';
const family = `${header}C1,${phone(1)},上海,2026-01-01\nC2,${phone(1)},北京,2026-01-02\nC3,${phone(1)},广州,2026-01-03\n`;
const phoneOf = (n: number) => ({ type: 'phone', value: `+86${phone(n)}` });
const customer = (value: string) => ({ type: 'customer_id', value });

describe.each(['members', 'events'] as const)('three customers with one phone, in a file of %s', (kind) => {
  test.each([1, 2, 5])('are told before they become one member (batches of %i)', async (batchSize) => {
    const { db } = database;
    const dry = await importText(db, family, mapping(kind), { dryRun: true, batchSize });
    const done = await importText(db, family, mapping(kind), { batchSize });
    expect(done.newMembers).toBe(1);
    expect(done.merged).toBe(2);
    const told = done.merges.map(({ member: _, ...merge }) => merge);
    expect(told).toEqual([
      { line: 3, added: customer('C2'), shared: phoneOf(1), others: [customer('C1')] },
      { line: 4, added: customer('C3'), shared: phoneOf(1), others: [customer('C1'), customer('C2')] },
    ]);
    expect(dry).toMatchObject({ counts: done.counts, newMembers: 1, merged: 2 });
    expect(dry.merges.map(({ member: _, ...merge }) => merge)).toEqual(told);
    // They are one by now: nothing joins any more.
    expect((await importText(db, family, mapping(kind))).merged).toBe(0);
  });

  test('are kept apart where the phone is no reason to merge', async () => {
    const { db } = database;
    const dry = await importText(db, family, mapping(kind, 'reject'), { dryRun: true });
    const done = await importText(db, family, mapping(kind, 'reject'));
    expect(done).toMatchObject({ counts: { accepted: 1, rejected: 2 }, newMembers: 1, merged: 0 });
    expect(dry).toMatchObject({ counts: done.counts, newMembers: 1, merged: 0 });
    expect(done.rejected[0]?.reasons).toEqual([
      {
        code: 'shared-identity',
        column: null,
        params: { shared: `+86${phone(1)}`, type: 'customer_id', own: 'C2', other: 'C1' },
      },
    ]);
    const [member] = await collection(db, 'members').find().toArray();
    expect(member?.identities).toEqual([customer('C1'), phoneOf(1)]);
    expect(await collection(db, 'identities').countDocuments()).toBe(2);
  });
});

test('who is stored already counts too, and a second phone of one customer is told as well', async () => {
  const { db } = database;
  await importText(db, `${header}C1,${phone(1)},上海,\n`, mapping('members'));
  const text = `${header}C9,${phone(1)},,\nC1,${phone(2)},,\n,${phone(1)},苏州,\n`;
  const dry = await importText(db, text, mapping('members'), { dryRun: true });
  const { merges, merged } = await importText(db, text, mapping('members', 'reject'));
  expect(dry.merged).toBe(2);
  // By the customer's number, and not by a shared phone: that is a reason.
  expect(merged).toBe(1);
  expect(merges[0]).toMatchObject({ line: 3, added: phoneOf(2), shared: customer('C1') });
});

test('more about one member is no merge', async () => {
  const { db } = database;
  await importText(db, `${header},${phone(1)},上海,\n`, mapping('members'));
  const { merged, counts } = await importText(
    db,
    `${header}C1,${phone(1)},,\n`,
    mapping('members', 'reject'),
  );
  expect([merged, counts.accepted]).toEqual([0, 1]);
});

test.each(['members', 'events'] as const)(
  'of %s, what merges is told before it does, so that a kill in between loses none of it',
  async (kind) => {
    const { db } = database;
    const told: MergedRow[] = [];
    const claiming = async ({ merges, instead }: Claiming) => {
      expect(instead).toEqual([]);
      expect(await collection(db, 'identities').countDocuments()).toBe(0);
      told.push(...merges);
      throw new Error('killed');
    };
    await expect(importText(db, family, mapping(kind), { claiming })).rejects.toThrow('killed');
    expect(told.map(({ line, added }) => [line, added.value])).toEqual([
      [3, 'C2'],
      [4, 'C3'],
    ]);
  },
);

test('where others were quicker, what was to merge is told anew', async () => {
  const { db } = database;
  const told: [number, number][] = [];
  const claiming = async ({ merges, instead }: Claiming) => {
    if (told.length === 0)
      // Somebody takes the second customer's number just now.
      await importText(db, `${header}C2,${phone(2)},,\n`, mapping('members'));
    told.push([merges.length, instead.length]);
  };
  const { merged, counts } = await importText(db, family, mapping('members'), { claiming });
  expect(told).toEqual([
    [2, 0],
    [1, 2],
  ]);
  expect([merged, counts.rejected]).toEqual([1, 1]);
});

test('what merged is stored once, however often a batch is told', async () => {
  const merge = {
    line: 3,
    member: '+1',
    added: customer('C2'),
    shared: phoneOf(1),
    others: [customer('C1')],
  };
  await storeMerges(database.db, 'one', [merge]);
  await storeMerges(database.db, 'one', [merge, { ...merge, line: 4 }]);
  const stored = await collection(database.db, 'importMerges').find().sort({ _id: 1 }).toArray();
  expect(stored.map(({ line, member }) => [line, member])).toEqual([
    [3, null],
    [4, null],
  ]);
});
