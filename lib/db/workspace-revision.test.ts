import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Collection } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { collection } from './collections';
import type { FieldDoc } from './documents';
import { reads, workspaceCollections, workspaceRevision } from './workspace-revision';

let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Whether the revision is another one afterwards. */
async function raises(work: () => Promise<unknown>): Promise<boolean> {
  const before = await workspaceRevision(db());
  await work().catch(() => undefined);
  return (await workspaceRevision(db())) !== before;
}

describe('the revision of the workspace', () => {
  test.each(workspaceCollections)(
    'is another one after every write to %s, and the same after reads',
    async (name) => {
      const of = () => db().collection<{ _id: string; n: number }>(name);
      const ours: () => ReturnType<typeof of> = () => Object(collection(db(), name));
      const one = { _id: 'one' };
      const set = { $set: { n: 1 } };
      const writes = [
        () => ours().insertOne({ ...one, n: 0 }),
        () => ours().insertMany([{ _id: 'two', n: 0 }]),
        () => ours().updateOne(one, set),
        () => ours().updateOne(one, [set]),
        () => ours().updateMany({}, set),
        () => ours().replaceOne(one, { n: 2 }),
        () => ours().findOneAndUpdate(one, set),
        () => ours().findOneAndReplace(one, { n: 3 }),
        () => ours().findOneAndDelete({ _id: 'two' }),
        () => ours().bulkWrite([{ updateOne: { filter: one, update: set } }]),
        () => ours().deleteOne(one, {}),
        () => ours().deleteMany({}),
      ];
      for (const write of writes) expect(await raises(write)).toBe(true);
      expect(
        await raises(async () => {
          await ours().findOne(one);
          await ours().find().toArray();
          await ours().countDocuments();
        }),
      ).toBe(false);
    },
  );

  test('is another one after a write that failed: who knows what it did', async () => {
    const fields = collection(db(), 'fields');
    const field: FieldDoc = {
      _id: 'attrs.twice',
      type: 'text',
      label: { zh: '', en: '' },
      unit: null,
      options: [],
      personal: false,
      origin: 'edited',
      updatedAt: new Date(),
    };
    await fields.insertOne(field);
    expect(await raises(() => fields.insertOne(field))).toBe(true);
  });

  test('stays while a draft is saved, which no rule sees', async () => {
    const definitions = collection(db(), 'definitions');
    const saved = { $set: { draftDigest: 'd', updatedBy: 'anna' }, $inc: { revision: 1 } };
    expect(await raises(() => definitions.findOneAndUpdate({ _id: 'x' }, saved))).toBe(false);
    const published = { $set: { ...saved.$set, publishedVersion: 2 } };
    expect(await raises(() => definitions.findOneAndUpdate({ _id: 'x' }, published))).toBe(true);
    expect(await raises(() => definitions.updateOne({ _id: 'x' }, { $unset: { draft: true } }))).toBe(true);
  });

  test('is there after the very first writes at once', async () => {
    await db().collection('counters').deleteMany({});
    await Promise.all(['a', 'b', 'c', 'd'].map((key) => collection(db(), 'fields').deleteOne({ _id: key })));
    expect(await workspaceRevision(db())).toEqual(expect.any(Number));
  });
});

describe('nobody gets around it', () => {
  const sources = ['app', 'lib']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.includes(join('', 'testing', '')))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const withText = (pattern: RegExp) =>
    sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  test('every method of the driver is known to read, or counts as a write', () => {
    const methods = Object.entries(Object.getOwnPropertyDescriptors(Collection.prototype));
    const writes = methods.flatMap(([name, { value }]) =>
      typeof value === 'function' && !reads.has(name) ? [name] : [],
    );
    expect(writes.sort()).toEqual([
      'bulkWrite',
      'constructor',
      'createIndex',
      'createIndexes',
      'createSearchIndex',
      'createSearchIndexes',
      'deleteMany',
      'deleteOne',
      'drop',
      'dropIndex',
      'dropIndexes',
      'dropSearchIndex',
      'findOneAndDelete',
      'findOneAndReplace',
      'findOneAndUpdate',
      'initializeOrderedBulkOp',
      'initializeUnorderedBulkOp',
      'insertMany',
      'insertOne',
      'rename',
      'replaceOne',
      'updateMany',
      'updateOne',
      'updateSearchIndex',
    ]);
  });

  test('outside lib/db a collection is had from `collection()`, or isn’t one that rules depend on', () => {
    const own = withText(/\.collection[<(](?!.*'(members|events)')/);
    expect(own.filter((file) => !file.startsWith(join('lib', 'db'))).sort()).toEqual([
      // Only what may be `members` or `events`, a collection of set-up's own, and a whole database put back with its revision.
      join('lib', 'counting', 'mirror', 'raw-documents.ts'),
      join('lib', 'services', 'demo', 'seed.ts'),
      join('lib', 'setup', 'demo-decision.ts'),
      join('lib', 'setup', 'torture', 'restorable.ts'),
    ]);
  });

  test('nobody writes by a builder, or from one collection into another but into members', () => {
    expect(withText(/initialize\w*BulkOp\(/)).toEqual([]);
    expect(withText(/\$out:|\$merge:(?!.*into: 'members')/)).toEqual([]);
  });
});
