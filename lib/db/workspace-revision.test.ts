import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Collection } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { collection } from './collections';
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
        () => ours().deleteOne(one),
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
    const field = { ...(await insertedField()), _id: 'attrs.twice' };
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

async function insertedField() {
  const label = { zh: '', en: '' };
  return {
    _id: 'attrs.once',
    type: 'text' as const,
    label,
    unit: null,
    options: [],
    personal: false,
    origin: 'edited' as const,
    updatedAt: new Date(),
  };
}

describe('nobody gets around it', () => {
  test('a method of the driver is known to read, or counts as a write', () => {
    const methods = Object.getOwnPropertyNames(Collection.prototype);
    const unread = methods.filter(
      (name) =>
        typeof Object.getOwnPropertyDescriptor(Collection.prototype, name)?.value === 'function' &&
        !reads.has(name),
    );
    expect(unread.filter((name) => /^(find|count|list|is|get)/.test(name) && !/And/.test(name))).toEqual([]);
    expect(
      [...reads].filter((name) =>
        /insert|update|replace|delete|write|drop|rename|create/i.test(String(name)),
      ),
    ).toEqual([]);
  });

  test('outside lib/db a collection is had from `collection()`, or isn’t one that rules depend on', () => {
    const sources = ['app', 'lib'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    );
    const own = sources.filter(
      (file) =>
        /(?<!\.test)\.tsx?$/.test(file) &&
        !file.startsWith(join('lib', 'db')) &&
        !file.includes(join('', 'testing', '')) &&
        /\.collection[<(](?!.*'(members|events)')/.test(readFileSync(file, 'utf8')),
    );
    expect(own.sort()).toEqual([
      // Only what may be `members` or `events`, and a collection of set-up's own.
      join('lib', 'counting', 'mirror', 'raw-documents.ts'),
      join('lib', 'services', 'demo', 'seed.ts'),
      join('lib', 'setup', 'demo-decision.ts'),
    ]);
  });
});
