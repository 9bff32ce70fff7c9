import type { Db } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { Assignment } from '@/lib/members/assignment';
import { initialise } from '@/lib/members/initialise';
import { newMember } from '@/lib/members/new-member';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { readAudience } from './audience';

const size = 10_700;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await initialise(database.db);
  const docs = Array.from({ length: size }, (_, ord) => newMember(`m${ord}`, ord, [], new Date()));
  for (let from = 0; from < size; from += 5_000) {
    await collection(database.db, 'members').insertMany(docs.slice(from, from + 5_000));
  }
});
afterAll(() => database.drop());

async function ordsOf(db: Db, due: Assignment): Promise<number[]> {
  const ords: number[] = [];
  for await (const batch of readAudience(db, due, { ord: 1 }, new AbortController().signal)) {
    ords.push(...batch.map(({ member }) => member.ord));
  }
  return ords;
}

/** Two of three members, in a whole range; few in the one behind it. */
function frozen(): { due: Assignment; ords: number[] } {
  const due = new Assignment();
  for (let ord = 0; ord < 10_000; ord += 1) if (ord % 3 > 0) due.set(ord, 1);
  for (const ord of [10_001, 10_600]) due.set(ord, 1);
  const ords = Array.from({ length: due.length }, (_, ord) => ord).filter((ord) => due.get(ord) > 0);
  return { due, ords };
}

/** A database that leaves one member out of so many answers. */
function faulty(db: Db, times: number): Db {
  let left = times;
  return new Proxy(db, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (name !== 'collection') return member.bind(target);
      return (of: string) => {
        const found = target.collection(of);
        if (of !== 'members') return found;
        return new Proxy(found, {
          get(source, method) {
            const own: unknown = Reflect.get(source, method, source);
            if (typeof own !== 'function') return own;
            if (method !== 'find') return own.bind(source);
            return (...args: unknown[]) => ({
              toArray: async () => {
                const rows = await Reflect.apply(own, source, args).toArray();
                left -= 1;
                return left >= 0 ? rows.slice(1) : rows;
              },
            });
          },
        });
      };
    },
  });
}

test('an audience is everybody in it who is still there, in order', async () => {
  const { due, ords } = frozen();
  expect(await ordsOf(database.db, due)).toEqual(ords);
  await collection(database.db, 'members').deleteMany({ ord: { $in: [4, 10_600] } });
  expect(await ordsOf(database.db, due)).toEqual(ords.filter((ord) => ord !== 4 && ord !== 10_600));
});

test('whom an answer leaves out is asked for again, and is a problem when it goes on', async () => {
  const { due, ords } = frozen();
  const there = ords.filter((ord) => ord !== 4 && ord !== 10_600);
  expect(await ordsOf(faulty(database.db, 2), due)).toEqual(there);
  await expect(ordsOf(faulty(database.db, Number.POSITIVE_INFINITY), due)).rejects.toMatchObject({
    code: 'members-missed',
  });
});
