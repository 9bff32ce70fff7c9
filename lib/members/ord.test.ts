import { deflateRawSync } from 'node:zlib';
import { Binary, MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { readCounter } from '@/lib/db/counters';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { initialise } from './initialise';
import { newMember } from './new-member';
import { ensureOrdCounter, takeOrds } from './ord';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const next = () => readCounter(database.db, 'ord');

/** Takes ranges with several clients at once and gives all numbers that were taken, ascending. */
async function race(ranges: number, each: number): Promise<number[]> {
  const clients = await Promise.all(Array.from({ length: 8 }, () => MongoClient.connect(database.uri)));
  const taken = await Promise.all(
    clients.flatMap((client) =>
      Array.from({ length: ranges }, () => takeOrds(client.db(database.db.databaseName), each)),
    ),
  );
  await Promise.all(clients.map((client) => client.close()));
  return taken.flatMap((first) => Array.from({ length: each }, (_, i) => first + i)).sort((a, b) => a - b);
}

async function storeMember(ord: number): Promise<void> {
  await collection(database.db, 'members').insertOne(newMember(`m${ord}`, ord, [], new Date()));
}

describe('numbers of members', () => {
  test('taken at once by many are each taken once, whether the counter was made beforehand or not', async () => {
    for (const prepare of [() => initialise(database.db), async () => undefined]) {
      await database.db.dropDatabase();
      await prepare();
      for (const ranges of [1, 4]) {
        const before = (await next()) ?? 0;
        const numbers = await race(ranges, 10);
        expect(numbers).toEqual(Array.from({ length: 80 * ranges }, (_, i) => before + i));
      }
    }
  });

  test('begin above every member and above who was removed when the counter is lost', async () => {
    const { db } = database;
    await initialise(db);
    await storeMember(4);
    expect(await takeOrds(db, 3)).toBe(0);
    await collection(db, 'counters').deleteOne({ _id: 'ord' });
    expect(await takeOrds(db, 1)).toBe(5);

    await collection(db, 'counters').deleteOne({ _id: 'ord' });
    await collection(db, 'changes').insertOne({ _id: 'gone', at: new Date(), removed: [3, 41] });
    expect(await takeOrds(db, 1)).toBe(42);

    await collection(db, 'counters').deleteOne({ _id: 'ord' });
    const codes = new Binary(deflateRawSync(Buffer.alloc(2 * 100)));
    await collection(db, 'runSnapshots').insertOne({ _id: 'run', definition: 'd', values: ['a'], codes });
    expect(await takeOrds(db, 1)).toBe(100);
  });

  test('a counter that members have overtaken is brought up at the start, and never goes back', async () => {
    const { db } = database;
    await initialise(db);
    await storeMember(9);
    await ensureOrdCounter(db);
    expect(await next()).toBe(10);
    expect(await takeOrds(db, 5)).toBe(10);
    await ensureOrdCounter(db);
    expect(await next()).toBe(15);
  });
});
