import { MongoBulkWriteError, MongoServerError } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { duplicatesOf, isDuplicateKey } from './duplicate-key';
import { ensureIndexes } from './indexes';
import { insertNew } from './insert-new';

/** What each server says of a duplicate in an index. */
const said = {
  MongoDB: (index: string) =>
    `E11000 duplicate key error collection: tagloom.members index: ${index} dup key: { ord: " index: _id_ dup key" }`,
  FerretDB: (index: string) => `Duplicate key violation on the requested collection: Index '${index}'`,
};

function bulkError(failures: { index: number; code?: number; errmsg: string }[]): MongoBulkWriteError {
  const writeErrors = failures.map((failure) => ({ code: 11_000, ...failure }));
  const result = { insertedCount: 1, getWriteConcernError: () => undefined };
  return Object.assign(Object.create(MongoBulkWriteError.prototype), { writeErrors, result });
}

describe.each(Object.entries(said))('a duplicate as %s words it', (_, words) => {
  test('is one of the index that it names, and of no other', () => {
    const error = new MongoServerError({ code: 11_000, errmsg: words('ord'), message: words('ord') });
    expect(isDuplicateKey(error, 'ord')).toBe(true);
    expect(isDuplicateKey(error, '_id_', 'ord')).toBe(true);
    expect(isDuplicateKey(error, '_id_')).toBe(false);
    expect(isDuplicateKey(error, 'dedupeKey', 'nameLower')).toBe(false);
  });

  test('is given by its place, unless any of the others is of another index', () => {
    const known = { index: 3, errmsg: words('_id_') };
    expect(duplicatesOf(bulkError([known]), '_id_')).toEqual([3]);
    const mixed = bulkError([known, { index: 5, errmsg: words('ord') }]);
    expect(() => duplicatesOf(mixed, '_id_')).toThrow(mixed);
    expect(duplicatesOf(mixed, '_id_', 'ord')).toEqual([3, 5]);
  });
});

test('another code, another error, or no failure at all is thrown again', () => {
  for (const error of [
    bulkError([{ index: 0, code: 121, errmsg: said.MongoDB('_id_') }]),
    bulkError([{ index: 0, errmsg: 'duplicate key' }]),
    bulkError([]),
    new Error(said.MongoDB('_id_')),
  ]) {
    expect(() => duplicatesOf(error, '_id_')).toThrow(error);
    expect(isDuplicateKey(error, '_id_')).toBe(false);
  }
});

describe('on the real server', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await ensureIndexes(database.db);
  });
  afterAll(() => database.drop());

  const member = (_id: string, ord: number) => ({ _id, ord });
  const insert = (...docs: { _id: string; ord: number }[]) => {
    const members = database.db.collection<{ _id: string; ord: number }>('members');
    return insertNew(members, docs, '_id_');
  };

  test('members that are there are passed over, an `ord` that is taken never is', async () => {
    expect(await insert(member('a', 0), member('b', 1))).toEqual([]);
    expect(await insert(member('c', 2), member('a', 0), member('b', 7))).toEqual([1, 2]);
    await expect(insert(member('d', 3), member('e', 1))).rejects.toThrow(/ord/);
    await expect(insert(member('a', 0), member('e', 1))).rejects.toThrow(MongoBulkWriteError);
    expect(await insert()).toEqual([]);
  });

  test('an update that collides names its index too', async () => {
    const members = database.db.collection<{ _id: string; ord: number }>('members');
    const error: unknown = await members.updateOne({ _id: 'a' }, { $set: { ord: 2 } }).catch((e) => e);
    expect(isDuplicateKey(error, 'ord')).toBe(true);
    expect(isDuplicateKey(error, '_id_')).toBe(false);
  });

  test('what was inserted and what was known has to be all that was asked for', async () => {
    const less = { insertMany: async () => ({ insertedCount: 1 }) };
    await expect(insertNew(less, [member('x', 8), member('y', 9)], '_id_')).rejects.toThrow(
      '1 documents were inserted and 0 known already, of 2',
    );
  });
});
