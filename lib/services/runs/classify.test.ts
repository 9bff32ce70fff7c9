import type { Collection, Db } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { initialise } from '@/lib/members/initialise';
import { insertSynthetic, syntheticMember } from '@/lib/setup/bench/synthetic-members';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { type CompiledOutput, rule, value } from '@/rules-engine/index';
import { classify } from './classify';

/** More than go into one slice. */
const size = 22_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await initialise(database.db);
  await insertSynthetic(database.db, 0, size);
});
afterAll(() => database.drop());

const label = { zh: '', en: '' };
const output = (name: string, members: CompiledOutput['members']): CompiledOutput => ({
  node: name,
  value: name,
  label,
  members,
  predicate: members,
});
const age = value.field('attrs.age', 'number');
const outputs = [
  output('old', rule.compare('gte', age, value.number(60))),
  output('grown', rule.compare('gte', age, value.number(30))),
];
const expected = (ord: number) => {
  const years = Number(syntheticMember(ord).attrs.age);
  return years >= 60 ? 1 : years >= 30 ? 2 : 0;
};

/** A database whose answers to the first so many aggregations lack a row, or have one twice. */
function faulty(db: Db, times: number, fault: 'missed' | 'twice'): Db {
  let left = times;
  const spoil = (of: Collection) =>
    new Proxy(of, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        if (name !== 'aggregate') return member.bind(target);
        return async function* (...args: unknown[]) {
          const spoiled = left > 0;
          left -= 1;
          let n = 0;
          for await (const row of Reflect.apply(member, target, args)) {
            n += 1;
            if (!spoiled || n !== 5 || fault === 'twice') yield row;
            if (spoiled && n === 5 && fault === 'twice') yield row;
          }
        };
      },
    });
  return new Proxy(db, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (name !== 'collection') return member.bind(target);
      return (of: string) => (of === 'members' ? spoil(target.collection(of)) : target.collection(of));
    },
  });
}

describe('a classification', () => {
  test('gives everybody what they are due, also while others write to them', async () => {
    let writing = true;
    const write = async () => {
      for (let from = 0; writing; from = (from + 1_000) % size) {
        const range = { ord: { $gte: from, $lt: from + 1_000 } };
        await collection(database.db, 'members').updateMany(range, { $set: { 'attrs.seen': from } });
      }
    };
    const written = write();
    const ages = new Map<number, unknown>();
    const due = await classify(database.db, outputs, {
      besides: { path: 'attrs.age', begin: () => (ord, years) => ages.set(ord, years) },
    });
    writing = false;
    await written;
    const wrong = Array.from({ length: size }, (_, ord) => ord).filter(
      (ord) => due.get(ord) !== expected(ord),
    );
    expect(wrong).toEqual([]);
    // Also of those who are due nothing.
    expect(ages.size).toBe(size);
    const grown = await classify(database.db, outputs, { values: ['grown'] });
    expect(grown.size()).toBe(due.counts(2)[1]);
  });

  test.each(['missed', 'twice'] as const)('with a member %s is done again', async (fault) => {
    const due = await classify(faulty(database.db, 1, fault), outputs);
    expect(due.counts(2)).toEqual((await classify(database.db, outputs)).counts(2));
  });

  test.each([
    ['missed', { missed: 1, twice: 0 }],
    ['twice', { missed: 0, twice: 1 }],
  ] as const)('that always has members %s is a problem', async (fault, params) => {
    const times = Number.POSITIVE_INFINITY;
    await collection(database.db, 'members').deleteMany({ ord: { $gte: 50 } });
    await expect(classify(faulty(database.db, times, fault), outputs)).rejects.toMatchObject({
      code: 'members-missed',
      params,
    });
  });
});
