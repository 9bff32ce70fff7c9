import { MongoServerError } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { collection } from './collections';
import { insertNew } from './insert-new';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

interface Doc {
  _id: string;
  made: string;
}

const docs = (made: string, ...ids: string[]): Doc[] => ids.map((_id) => ({ _id, made }));

test('places are those of the documents as they were given, whatever order they are written in', async () => {
  const into = database.db.collection<Doc>('given');
  expect(await insertNew(into, docs('a', 'c', 'a'), '_id_')).toEqual([]);
  expect(await insertNew(into, docs('b', 'd', 'c', 'b', 'a'), '_id_')).toEqual([1, 3]);
  expect(await into.countDocuments({ made: 'b' })).toBe(2);
});

test('a write that lost a conflict is done again, and what it made is not taken for known', async () => {
  const into = database.db.collection<Doc>('lost');
  let lost = 0;
  const loser = {
    async insertMany(some: Doc[], options: { ordered: false }) {
      lost += 1;
      if (lost < 3) throw new MongoServerError({ code: 16_908_292, message: 'deadlock detected' });
      return into.insertMany(some, options);
    },
  };
  expect(await insertNew(loser, docs('a', 'x', 'y'), '_id_')).toEqual([]);
  expect(lost).toBe(3);
});

test('updates of many at once, in opposite orders, all come to their end', async () => {
  const { db } = database;
  const ids = Array.from({ length: 12 }, (_, i) => `l${i}`);
  const locks = collection(db, 'jobLocks');
  await locks.insertMany(ids.map((_id) => ({ _id, holder: '', leaseUntil: new Date(0) })));
  const holders = ['a', 'b', 'c', 'd'];
  await Promise.all(
    holders.map((holder, i) => {
      const order = i % 2 === 0 ? ids : ids.toReversed();
      const writes = order.map((_id) => ({
        updateOne: { filter: { _id }, update: { $max: { holder } } },
      }));
      return locks.bulkWrite(writes, { ordered: false });
    }),
  );
  expect(await locks.countDocuments({ holder: 'd' })).toBe(ids.length);
});
