import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { importFile } from './import-rows';

const checkout = fileURLToPath(new URL('../../../../', import.meta.url));
const file = path.join(checkout, '../shared/data/cdnow/CDNOW_master.txt');
const mapping = importMappingSchema.parse(
  JSON.parse(readFileSync(path.join(checkout, 'public/examples/cdnow-mapping.json'), 'utf8')),
);
let database: TestDatabase;

beforeAll(async () => {
  if (!existsSync(file)) {
    throw new Error(
      `${file} is missing: this test needs the CDNOW purchases beside the checkout (../shared/data/cdnow).`,
    );
  }
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database?.drop());

const run = (importId: string) =>
  importFile(database.db, file, { importId, mapping, dryRun: false, done: async () => undefined });

test('every purchase of CDNOW, once, and what a few lines over the raw file say of them', async () => {
  const { db } = database;
  const first = await run('first');
  expect(first.counts).toEqual({ read: 69_659, accepted: 69_659, duplicates: 0, rejected: 0 });
  expect(first.newMembers).toBe(23_570);
  const again = await run('again');
  expect(again.counts).toEqual({ read: 69_659, accepted: 0, duplicates: 69_659, rejected: 0 });
  expect(await collection(db, 'members').countDocuments()).toBe(23_570);
  expect(await collection(db, 'identities').countDocuments()).toBe(23_570);

  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
  const days = new Set(rows.map(([customer, date]) => `${customer} ${date}`));
  // Cents by digits alone: every amount has exactly two decimals.
  const cents = rows.reduce((sum, [, , , amount = '']) => sum + Number(amount.replace('.', '')), 0);
  const discs = rows.reduce((sum, [, , quantity]) => sum + Number(quantity), 0);
  expect(rows.every(([, , , amount = '']) => /^\d+\.\d\d$/.test(amount))).toBe(true);

  const dayOf = { $dateToString: { date: '$at', format: '%Y%m%d', timezone: 'America/New_York' } };
  const [totals] = await collection(db, 'events')
    .aggregate([
      {
        $group: {
          _id: null,
          n: { $sum: 1 },
          cents: { $sum: '$props.amount' },
          discs: { $sum: '$props.quantity' },
        },
      },
    ])
    .toArray();
  expect(totals).toMatchObject({ n: rows.length, cents, discs });
  const [distinct] = await collection(db, 'events')
    .aggregate([{ $group: { _id: { member: '$memberId', day: dayOf } } }, { $count: 'n' }])
    .toArray();
  expect(distinct).toEqual({ n: days.size });

  // One customer with two purchases on one day, told apart.
  const claim = await collection(db, 'identities').findOne({ _id: 'customer_id:00002' });
  const events = await collection(db, 'events')
    .find({ memberId: claim?.memberId ?? '' })
    .toArray();
  expect(
    events.map(({ at, props }) => [at.toISOString().slice(0, 10), props.quantity, props.amount]).sort(),
  ).toEqual([
    ['1997-01-12', 1, 1200],
    ['1997-01-12', 5, 7700],
  ]);
});
