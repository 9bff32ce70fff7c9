import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { rejectsHeader, rejectsLine } from '../reading/rejects-file';
import { importText, ordersMapping, phone } from '../testing/import-text';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const names = ['members', 'identities', 'events', 'fields', 'eventTypes'] as const;
  for (const name of names) await database.db.collection(name).deleteMany({});
});

const header = 'phone,openid,day,amount\n';
const mapping = (change: Partial<Extract<ImportMapping, { kind: 'events' }>>): ImportMapping => {
  if (ordersMapping.kind !== 'events') throw new Error('orders are events');
  return { ...ordersMapping, ...change };
};

/** What matters of the events: who, when, how much; members by their identities. */
async function stored(): Promise<string[]> {
  const { db } = database;
  const members = await collection(db, 'members').find().toArray();
  const names = new Map(
    members.map(({ _id, identities }) => [
      _id,
      identities
        .map(({ value }) => value)
        .sort()
        .join('+'),
    ]),
  );
  const events = await collection(db, 'events').find().toArray();
  return events
    .map(
      ({ memberId, type, at, props }) =>
        `${names.get(memberId)} ${type} ${at.toISOString()} ${JSON.stringify(props)}`,
    )
    .sort();
}

/** Every claim leads to a member that carries it, and every identity of a member is claimed for it. */
async function expectSound(): Promise<void> {
  const { db } = database;
  const members = await collection(db, 'members').find().toArray();
  const claims = await collection(db, 'identities').find().toArray();
  const carried = members.flatMap(({ _id, identities }) =>
    identities.map(({ type, value }) => `${type}:${value} ${_id}`),
  );
  expect(claims.map(({ _id, memberId }) => `${_id} ${memberId}`).sort()).toEqual(carried.sort());
  expect(new Set(members.map(({ ord }) => ord)).size).toBe(members.length);
}

const rowOf = fc.tuple(
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 3 }),
  fc.constantFrom('1', '2.50', 'x', ''),
);
const csv = (rows: readonly (readonly [number, number, string])[]) =>
  header + rows.map(([who, day, amount]) => `${phone(who)},,2026-01-0${day},${amount}\n`).join('');

describe('laws', () => {
  test('read = accepted + duplicates + rejected; twice is once; equal rows stay as many as they are', async () => {
    const { db } = database;
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowOf, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (rows, batchSize) => {
          round += 1;
          // A source of its own for each round, so that the rounds don't know of each other.
          const fresh = mapping({ source: `round${round}` });
          const text = csv(rows);
          const before = await collection(db, 'events').countDocuments();
          const dry = await importText(db, text, fresh, { batchSize, dryRun: true });
          const first = await importText(db, text, fresh, { batchSize });
          expect(dry.counts).toEqual(first.counts);
          const good = rows.filter(([, , amount]) => amount !== 'x').length;
          expect(first.counts).toEqual({
            read: rows.length,
            accepted: good,
            duplicates: 0,
            rejected: rows.length - good,
          });
          expect(first.rejected.map(({ line }) => line).sort()).toEqual(
            rows.flatMap(([, , amount], index) => (amount === 'x' ? index + 2 : [])).sort(),
          );
          const again = await importText(db, text, fresh, { batchSize: 3 });
          expect(again.counts).toEqual({ ...first.counts, accepted: 0, duplicates: good });
          expect(await collection(db, 'events').countDocuments()).toBe(before + good);
        },
      ),
      { numRuns: 25 },
    );
    await expectSound();
  });

  test('with ids of their own, a file in two parts in any order is the whole file', async () => {
    const { db } = database;
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(rowOf, { maxLength: 8 }), fc.nat(8), async (rows, cut) => {
        round += 1;
        const numbered = rows.map(
          ([who, day, amount], index) => `${phone(who)},o${index},2026-01-0${day},${amount}\n`,
        );
        const part = mapping({
          source: `part${round}`,
          id: 'openid',
          identities: [{ column: 'phone', type: 'phone' }],
        });
        const [head, tail] = [numbered.slice(0, cut), numbered.slice(cut)];
        const later = await importText(db, header + tail.join(''), part);
        const sooner = await importText(db, header + head.join(''), part);
        const whole = await importText(db, header + numbered.join(''), part);
        expect(whole.counts.accepted).toBe(0);
        expect(whole.counts.duplicates).toBe(sooner.counts.accepted + later.counts.accepted);
      }),
      { numRuns: 15 },
    );
  });
});

describe('interruptions', () => {
  const rows = Array.from(
    { length: 40 },
    (_, n) => [(n % 7) + 1, (n % 3) + 1, n % 11 === 0 ? 'x' : String(n % 2)] as const,
  );
  const text = csv(rows);

  test.each([1, 2, 3, 4])(
    'killed at write %i and run again, the end is the same and so are the counts',
    async (kill) => {
      const { db } = database;
      const whole = await importText(db, text, ordersMapping, { importId: 'a', batchSize: 7 });
      const expected = await stored();
      for (const name of ['members', 'identities', 'events']) await db.collection(name).deleteMany({});

      let standing: Parameters<NonNullable<Parameters<typeof importText>[3]>['done'] & object>[0] | undefined;
      let writes = 0;
      const killed = importText(db, text, ordersMapping, {
        importId: 'b',
        batchSize: 7,
        done: async (next) => {
          writes += 1;
          // The batch is in the database, its count is not.
          if (writes === kill) throw new Error('killed');
          standing = next;
        },
      });
      await expect(killed).rejects.toThrow('killed');
      const rest = await importText(db, text, ordersMapping, { importId: 'b', batchSize: 7, from: standing });
      expect(rest.counts).toEqual(whole.counts);
      expect(await stored()).toEqual(expected);
      await expectSound();
    },
  );

  test('stops between batches when it is cancelled', async () => {
    const stop = new AbortController();
    const cancelled = importText(database.db, text, ordersMapping, {
      batchSize: 5,
      signal: stop.signal,
      done: async () => stop.abort(new Error('cancelled')),
    });
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(await collection(database.db, 'events').countDocuments()).toBeLessThanOrEqual(10);
  });
});

describe('members of events', () => {
  test('unknown ones are rejected unless they are to be made', async () => {
    const { db } = database;
    const strict = mapping({ createMembers: false });
    const first = await importText(db, csv([[1, 1, '1']]), strict);
    expect(first.counts).toEqual({ read: 1, accepted: 0, duplicates: 0, rejected: 1 });
    expect(first.rejected[0]?.reasons).toEqual([{ code: 'unknown-member', column: 'phone', params: {} }]);
    await importText(db, csv([[1, 2, '1']]), ordersMapping);
    expect((await importText(db, csv([[1, 1, '1']]), strict)).counts.accepted).toBe(1);
  });

  test('one more identity in a row is linked; two members in a row are a conflict', async () => {
    const { db } = database;
    const rows = [
      `${phone(1)},,2026-01-01,1`,
      `${phone(1)},o1,2026-01-02,1`,
      `,o1,2026-01-03,1`,
      `${phone(2)},,2026-01-04,1`,
      `${phone(2)},o1,2026-01-05,1`,
    ];
    const { counts, rejected, newMembers } = await importText(
      db,
      `${header}${rows.join('\n')}`,
      ordersMapping,
    );
    expect(counts).toEqual({ read: 5, accepted: 4, duplicates: 0, rejected: 1 });
    expect(newMembers).toBe(2);
    expect(rejected[0]).toMatchObject({ line: 6, reasons: [{ code: 'identity-conflict', column: null }] });
    await expectSound();
  });

  test('two imports at once that make the same people end with one of each', async () => {
    const { db } = database;
    const people = Array.from({ length: 60 }, (_, n) => n + 1);
    const byPhone = people.map((n) => `${phone(n)},o${n},2026-01-01,1\n`).join('');
    const byOpenid = people
      .toReversed()
      .map((n) => `,o${n},2026-01-02,2\n`)
      .join('');
    const results = await Promise.all([
      importText(db, header + byPhone, ordersMapping, { batchSize: 20, abandonedAfterMs: 2_000 }),
      importText(db, header + byOpenid, ordersMapping, { batchSize: 15, abandonedAfterMs: 2_000 }),
      importText(db, header + byPhone, mapping({ source: 'other' }), {
        batchSize: 30,
        abandonedAfterMs: 2_000,
      }),
    ]);
    expect(results.map(({ counts }) => counts.accepted)).toEqual([60, 60, 60]);
    expect(await collection(db, 'members').countDocuments()).toBe(60);
    expect(results.reduce((sum, { newMembers }) => sum + newMembers, 0)).toBe(60);
    await expectSound();
  });

  test('a claim whose member never came is repaired', async () => {
    const { db } = database;
    await collection(db, 'identities').insertOne({ _id: `phone:+86${phone(1)}`, memberId: 'lost' });
    const { counts, newMembers } = await importText(db, csv([[1, 1, '1']]), ordersMapping, {
      abandonedAfterMs: 100,
    });
    expect([counts.accepted, newMembers]).toEqual([1, 0]);
    expect(await collection(db, 'members').findOne({ _id: 'lost' })).toMatchObject({ tags: [], attrs: {} });
    await expectSound();
  });

  test('a claim that never reached its member is carried by it after the next import', async () => {
    const { db } = database;
    await importText(db, `${header}${phone(1)},,2026-01-01,1\n`, ordersMapping);
    const member = await collection(db, 'members').findOne({});
    await collection(db, 'identities').insertOne({ _id: 'openid:o1', memberId: member?._id ?? '' });
    await importText(db, `${header}${phone(1)},o1,2026-01-02,1\n`, ordersMapping);
    await expectSound();
  });
});

describe('mended rows', () => {
  const line = (cells: readonly string[]) => rejectsLine(['3', 'amount', 'why', ''], cells);
  const columns = ['phone', 'openid', 'day', 'amount'];

  test('one that says the same as an accepted row is another purchase, once', async () => {
    const { db } = database;
    const broken = csv([
      [1, 1, '5'],
      [1, 1, 'x'],
    ]);
    await importText(db, broken, ordersMapping);
    const mended = `${rejectsHeader(columns)}${line([phone(1), '', '2026-01-01', '5'])}`;
    expect(
      (await importText(db, mended, ordersMapping, { mended: true, dryRun: true })).counts.accepted,
    ).toBe(1);
    expect((await importText(db, mended, ordersMapping, { mended: true })).counts.accepted).toBe(1);
    expect((await importText(db, mended, ordersMapping, { mended: true })).counts.duplicates).toBe(1);
    const whole = csv([
      [1, 1, '5'],
      [1, 1, '5'],
    ]);
    expect((await importText(db, whole, ordersMapping)).counts).toMatchObject({ accepted: 0, duplicates: 2 });
    expect((await importText(db, broken, ordersMapping)).counts).toMatchObject({
      accepted: 0,
      duplicates: 1,
      rejected: 1,
    });
  });
});

describe('the catalogue', () => {
  test('learns the event type and its properties, and keeps what people wrote', async () => {
    const { db } = database;
    await importText(db, csv([[1, 1, '1']]), ordersMapping);
    const prop = { path: 'props.amount', type: 'money', unit: 'CNY', label: { zh: 'amount', en: 'amount' } };
    expect(await collection(db, 'eventTypes').findOne({ _id: 'order' })).toMatchObject({ props: [prop] });
    await collection(db, 'eventTypes').updateOne(
      { _id: 'order' },
      { $set: { label: { zh: '订单', en: 'Purchase' } } },
    );
    await importText(db, csv([[1, 2, '1']]), ordersMapping);
    expect(await collection(db, 'eventTypes').findOne({ _id: 'order' })).toMatchObject({
      label: { zh: '订单' },
      props: [prop],
    });
  });

  test('types by word; a property that has another type there is refused row by row', async () => {
    const { db } = database;
    await collection(db, 'eventTypes').insertOne({
      _id: 'refund',
      label: { zh: '退款', en: 'Refund' },
      props: [
        { path: 'props.amount', type: 'text', label: { zh: '原因', en: 'Why' }, unit: null, options: [] },
      ],
      updatedAt: new Date(),
    });
    const typed = mapping({
      eventType: { column: 'openid', words: [{ word: '购买', type: 'order' }] },
      identities: [{ column: 'phone', type: 'phone' }],
    });
    const rows = ['购买', 'refund', '退货', 'visit', ''].map((word) => `${phone(1)},${word},2026-01-01,3\n`);
    const { counts, rejected } = await importText(db, header + rows.join(''), typed);
    expect(counts).toMatchObject({ accepted: 2, rejected: 3 });
    expect(rejected.map(({ reasons }) => reasons[0]?.code)).toEqual([
      'property-holds-other',
      'unknown-event-type',
      'no-event-type',
    ]);
    const types = await collection(db, 'eventTypes').find().sort({ _id: 1 }).toArray();
    expect(types.map(({ _id, label }) => [_id, label.zh])).toEqual([
      ['order', '购买'],
      ['refund', '退款'],
      ['visit', 'visit'],
    ]);
  });

  test('a dry run writes nothing at all', async () => {
    const { db } = database;
    await importText(db, csv([[1, 1, '1']]), ordersMapping, { dryRun: true });
    for (const name of ['members', 'identities', 'events', 'eventTypes', 'fields']) {
      expect(await db.collection(name).countDocuments()).toBe(0);
    }
  });
});
