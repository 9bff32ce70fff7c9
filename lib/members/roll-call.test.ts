import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { initialise } from './initialise';
import { newMember } from './new-member';
import { everyMember, RollCall } from './roll-call';

let database: TestDatabase;
const db = () => database.db;
const members = () => collection(db(), 'members');
beforeAll(async () => {
  database = await testDatabase();
  await initialise(db());
});
afterAll(() => database.drop());
beforeEach(async () => {
  await members().deleteMany({});
});

async function add(...ords: number[]): Promise<void> {
  if (ords.length === 0) return;
  await members().insertMany(ords.map((ord) => newMember(`m${ord}`, ord, [], new Date())));
}
const remove = (...ords: number[]) => members().deleteMany({ ord: { $in: ords } });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('a read of all members', () => {
  test('is whole when who was there before and is there afterwards came once, whoever came or went meanwhile', async () => {
    const few = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        few,
        few,
        few,
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }),
        async (before, come, go, read) => {
          await members().deleteMany({});
          await add(...before);
          const roll = await RollCall.take(db());
          for (const ord of read.slice(0, 10)) roll.saw(ord);
          await add(...come.filter((ord) => !before.includes(ord)));
          await remove(...go);
          for (const ord of read.slice(10)) roll.saw(ord);
          const missed = before.filter((ord) => !go.includes(ord) && !read.includes(ord)).length;
          const twice = read.length - new Set(read).size;
          expect(roll.size).toBe(read.length - twice);
          expect(await roll.fault(db())).toEqual(missed + twice === 0 ? null : { missed, twice });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('knows who is there beyond one block, with and without gaps', async () => {
    await add(...upTo(9_000).filter((ord) => ord !== 5_000 && ord !== 8_999));
    const whole = await RollCall.take(db());
    for (const ord of upTo(8_999)) if (ord !== 5_000) whole.saw(ord);
    expect(await whole.fault(db())).toBeNull();
    const part = await RollCall.take(db());
    for (const ord of upTo(4_200)) if (ord !== 17) part.saw(ord);
    expect(await part.fault(db())).toEqual({ missed: 1 + 8_998 - 4_200, twice: 0 });
  });

  test('is done again until everybody is there, from the beginning', async () => {
    await add(...upTo(10));
    let tries = 0;
    const found = await everyMember(db(), 'test', undefined, async (roll) => {
      tries += 1;
      // The first time one is left out, the second time one comes twice.
      const given = tries === 1 ? upTo(9) : tries === 2 ? [...upTo(10), 3] : upTo(10);
      for (const ord of given) roll.saw(ord);
      return given;
    });
    expect(found).toEqual(upTo(10));
    expect(tries).toBe(3);
  });

  test('is a problem when it goes wrong again and again', async () => {
    await add(...upTo(10));
    const halved = everyMember(db(), 'test', undefined, async (roll) => {
      for (const ord of upTo(5)) roll.saw(ord);
    });
    await expect(halved).rejects.toMatchObject({ code: 'members-missed', params: { missed: 5, twice: 0 } });
  });
});
