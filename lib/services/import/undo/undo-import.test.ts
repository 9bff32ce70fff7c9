import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ImportMapping, importMappingSchema } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { nextOrd } from '@/lib/members/ord';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { importText, membersMapping, ordersMapping, phone } from '../testing/import-text';
import { undoImport } from './undo-import';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const names = ['members', 'identities', 'events', 'fields', 'eventTypes', 'importChanges', 'pointEntries'];
  for (const name of names) await database.db.collection(name).deleteMany({});
});

const numbered: ImportMapping = importMappingSchema.parse({
  ...ordersMapping,
  identities: [{ column: 'phone', type: 'phone' }],
  id: 'openid',
  changed: 'replace',
});
const orders = (...rows: string[]) => `phone,openid,day,amount\n${rows.join('\n')}\n`;
const people = (...rows: string[]) => `phone,openid,city,level,sms\n${rows.join('\n')}\n`;

interface Imported {
  _id: string;
  fromOrd: number;
  createdAt: Date;
}
let nth = 0;
async function imported(text: string, mapping: ImportMapping): Promise<Imported> {
  nth += 1;
  const made = {
    _id: `import${String(nth).padStart(4, '0')}`,
    fromOrd: await nextOrd(database.db),
    createdAt: new Date(),
  };
  await importText(database.db, text, mapping, { importId: made._id, batchSize: 3 });
  return made;
}
const nobody = async () => undefined;
const look = (one: Imported) => undoImport(database.db, one, { dryRun: true, hold: nobody });
/** Undoes, and holds that it came to what the trial said. */
async function undo(one: Imported) {
  const before = await state();
  const said = await look(one);
  expect(await state()).toEqual(before);
  expect(await undoImport(database.db, one, { dryRun: false, hold: nobody })).toEqual(said);
  return said;
}

/** All that is stored of members and events, but for when members were written, and which row an event's content is from. */
async function state() {
  const { db } = database;
  const members = await collection(db, 'members').find().sort({ _id: 1 }).toArray();
  const claims = await collection(db, 'identities').find().sort({ _id: 1 }).toArray();
  const events = await collection(db, 'events').find().sort({ _id: 1 }).toArray();
  return {
    members: members.map(({ updatedAt: _, ...member }) => member),
    claims,
    events: events.map(({ replacedBy: _, ...event }) => event),
  };
}

describe('an import that is taken back', () => {
  test('of events leaves nothing of them, nor of the members that it made', async () => {
    const base = await imported(orders(`${phone(1)},,2026-01-01,5`), ordersMapping);
    const before = await state();
    const text = orders(
      `${phone(1)},o1,2026-01-02,6`,
      `${phone(2)},o2,2026-01-02,6`,
      `${phone(2)},,2026-01-03,7`,
      `${phone(1)},,2026-01-01,5`,
    );
    const second = await imported(text, ordersMapping);
    const numbers = await undo(second);
    expect(numbers).toMatchObject({ events: 3, members: 1, membersKept: 0, identities: 1, eventsKept: 0 });
    expect(await state()).toEqual(before);
    expect(
      await collection(database.db, 'changes').countDocuments({ gone: { $exists: true } }),
    ).toBeGreaterThan(0);
    // It may come again: its keys are free.
    const again = await importText(database.db, text, ordersMapping);
    expect(again.counts).toMatchObject({ accepted: 3, duplicates: 1 });
    expect(await look(base)).toMatchObject({ events: 1, membersKept: 1 });
  });

  test('of members gives back every value, consent and identity, also one that it changed twice', async () => {
    await imported(people(`${phone(1)},,上海,gold,是`, `${phone(2)},,北京,,`), membersMapping);
    const before = await state();
    const text = people(
      `${phone(1)},o1,杭州,,否`,
      `${phone(3)},o3,广州,gold,是`,
      `${phone(2)},,,silver,是`,
      `${phone(1)},,苏州,silver,`,
      `${phone(3)},,深圳,,`,
    );
    const numbers = await undo(await imported(text, membersMapping));
    expect(numbers).toMatchObject({ members: 1, identities: 1, valuesKept: 0 });
    expect(await state()).toEqual(before);
  });

  test('gives replaced events their content back', async () => {
    await imported(orders(`${phone(1)},A1,2026-01-01,5`, `${phone(1)},A2,2026-01-01,6`), numbered);
    const before = await state();
    const text = orders(
      `${phone(1)},A1,2026-02-01,7`,
      `${phone(1)},A1,2026-02-02,8`,
      `${phone(1)},A3,2026-01-01,9`,
    );
    const numbers = await undo(await imported(text, numbered));
    expect(numbers).toMatchObject({ events: 1, eventsRestored: 1, eventsKept: 0 });
    expect(await state()).toEqual(before);
  });

  test('killed at any step and done again ends the same', async () => {
    await imported(people(`${phone(1)},,上海,gold,是`), membersMapping);
    await imported(orders(`${phone(1)},A1,2026-01-01,5`), numbered);
    const before = await state();
    for (let killed = 1; killed <= 8; killed += 1) {
      const first = await imported(people(`${phone(1)},o1,杭州,,否`, `${phone(4)},,杭州,,`), membersMapping);
      const second = await imported(
        orders(`${phone(1)},A1,2026-02-01,7`, `${phone(5)},A9,2026-01-01,9`),
        numbered,
      );
      for (const one of [second, first]) {
        let steps = 0;
        const hold = async () => {
          steps += 1;
          if (steps === killed) throw new Error('killed');
        };
        await undoImport(database.db, one, { dryRun: false, hold }).catch((error: unknown) => {
          expect(error).toMatchObject({ message: 'killed' });
        });
        await undoImport(database.db, one, { dryRun: false, hold: nobody });
      }
      expect(await state()).toEqual(before);
    }
  });
});

describe('what others changed since', () => {
  test('stays, and goes back to what was before both when they are taken back too', async () => {
    await imported(people(`${phone(1)},,上海,gold,`), membersMapping);
    await imported(orders(`${phone(1)},A1,2026-01-01,5`), numbered);
    const before = await state();
    const first = await imported(people(`${phone(1)},,杭州,silver,`), membersMapping);
    const second = await imported(people(`${phone(1)},,苏州,,`), membersMapping);
    const third = await imported(orders(`${phone(1)},A1,2026-01-01,6`), numbered);
    const fourth = await imported(orders(`${phone(1)},A1,2026-01-01,7`), numbered);
    expect(await undo(first)).toMatchObject({ values: 1, valuesKept: 1 });
    expect((await state()).members[0]?.attrs).toEqual({ city: '苏州', level: 'gold' });
    expect(await undo(third)).toMatchObject({ eventsRestored: 0, eventsKept: 1 });
    expect((await state()).events[0]?.props).toEqual({ amount: 700 });
    expect(await undo(second)).toMatchObject({ values: 1, valuesKept: 0 });
    expect(await undo(fourth)).toMatchObject({ eventsRestored: 1, eventsKept: 0 });
    expect(await state()).toEqual(before);
  });

  test('an event that was made by one and replaced by another goes with the second', async () => {
    const first = await imported(orders(`${phone(1)},A1,2026-01-01,5`), numbered);
    const second = await imported(orders(`${phone(1)},A1,2026-01-01,6`), numbered);
    expect(await undo(first)).toMatchObject({ events: 0, eventsKept: 1, membersKept: 1 });
    await undo(second);
    expect((await state()).events).toEqual([]);
  });

  test('a member with events, values or bookings from elsewhere stays', async () => {
    const first = await imported(
      people(
        `${phone(1)},,上海,,`,
        `${phone(2)},,上海,,`,
        `${phone(3)},,上海,,`,
        `${phone(4)},,上海,,`,
        `${phone(5)},,上海,,`,
      ),
      membersMapping,
    );
    await imported(orders(`${phone(1)},,2026-01-01,5`), ordersMapping);
    await imported(people(`${phone(2)},,,gold,`), membersMapping);
    const claim = await collection(database.db, 'identities').findOne({ _id: `phone:+86${phone(3)}` });
    await collection(database.db, 'pointEntries').insertOne({
      _id: 'adjust:x',
      memberId: claim?.memberId ?? '',
      seq: 1,
      kind: 'adjust',
      points: 5,
      balance: 5,
      at: new Date(),
      rule: null,
      event: null,
      happenedAt: null,
      expiresAt: null,
      of: null,
      lacking: 0,
      note: '',
      by: 'anna',
    });
    await collection(database.db, 'members').updateOne(
      { 'identities.value': `+86${phone(4)}` },
      { $set: { lists: ['vip'] } },
    );
    expect(await undo(first)).toMatchObject({ members: 1, membersKept: 4, listed: 1 });
    expect((await state()).members).toHaveLength(4);
  });
});

test('importing anything and taking it back changes nothing', async () => {
  const who = fc.integer({ min: 1, max: 4 });
  const row = fc.tuple(
    who,
    fc.constantFrom('', '上海', '北京'),
    fc.constantFrom('', 'gold', 'silver'),
    fc.constantFrom('', '是', '否'),
  );
  const bought = fc.tuple(who, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }));
  const files = fc.record({
    members: fc.array(row, { maxLength: 6 }),
    orders: fc.array(bought, { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(files, files, async (before, then) => {
      for (const name of ['members', 'identities', 'events', 'importChanges'])
        await database.db.collection(name).deleteMany({});
      const members = (of: typeof before) =>
        people(...of.members.map(([n, city, level, sms]) => `${phone(n)},,${city},${level},${sms}`));
      const events = (of: typeof before) =>
        orders(...of.orders.map(([n, id, amount]) => `${phone(n)},${n}x${id},2026-01-01,${amount}`));
      await imported(members(before), membersMapping);
      await imported(events(before), numbered);
      const was = await state();
      const first = await imported(members(then), membersMapping);
      const second = await imported(events(then), numbered);
      await undo(second);
      await undo(first);
      expect(await state()).toEqual(was);
    }),
    { numRuns: 15 },
  );
});
