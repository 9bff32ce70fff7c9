import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import { eventsMappingSchema } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { demoMemberId } from '@/lib/services/demo/demo-member';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { earlierCombination, earlierKeyOfId } from '../keys/earlier-key';
import { demoKeys, hasEarlierKeys } from '../keys/earlier-keys';
import { rejectsHeader, rejectsLine } from '../reading/rejects-file';
import { importText, phone } from '../testing/import-text';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const names = ['members', 'identities', 'events', 'fields', 'eventTypes', 'counters', 'importChanges'];
  for (const name of names) await database.db.collection(name).deleteMany({});
});

const mapping = (change: Partial<EventsMapping> = {}): EventsMapping => ({
  ...eventsMappingSchema.parse({
    kind: 'events',
    file: { format: 'csv' },
    timeZone: 'Asia/Shanghai',
    source: 'shop',
    identities: [{ column: 'phone', type: 'phone' }],
    eventType: { fixed: 'order' },
    at: { column: 'day', format: 'YYYY-MM-DD' },
    props: [{ column: 'amount', path: 'props.amount', value: { type: 'money', currency: 'CNY' } }],
    createMembers: true,
  }),
  ...change,
});
const both = mapping({
  props: [
    { column: 'amount', path: 'props.amount', value: { type: 'money', currency: 'CNY', amount: 'major' } },
    { column: 'note', path: 'props.note', value: { type: 'text' } },
  ],
});
const header = 'phone,day,amount,note,number\n';
const row = (who: number, day: string, amount: string, note = '', number = '') =>
  `${phone(who)},${day},${amount},${note},${number}\n`;
const events = () => collection(database.db, 'events').find().sort({ _id: 1 }).toArray();
const run = (text: string, how: EventsMapping, options: Parameters<typeof importText>[3] = {}) =>
  importText(database.db, text, how, options);

/** What a dry run says, which has to be what the import then does. */
async function tried(text: string, how: EventsMapping) {
  const { rejected: _, ...dry } = await run(text, how, { dryRun: true });
  const done = await run(text, how);
  expect({ counts: done.counts, changed: done.changed }).toEqual({
    counts: dry.counts,
    changed: dry.changed,
  });
  return done;
}

describe('an event with an id of its own', () => {
  const byId = mapping({ id: 'number' });

  test('a refund with its order’s number is an event beside it', async () => {
    await run(header + row(1, '2026-01-01', '5', '', 'A1'), byId);
    const refund = mapping({ id: 'number', eventType: { fixed: 'refund' } });
    expect((await tried(header + row(1, '2026-01-02', '5', '', 'A1'), refund)).counts.accepted).toBe(1);
    expect((await events()).map(({ type }) => type).sort()).toEqual(['order', 'refund']);
  });

  test('one that is stored as another member’s is rejected and says whose it is', async () => {
    await run(header + row(1, '2026-01-01', '5', '', 'A1'), byId);
    const { counts, rejected } = await tried(header + row(2, '2026-01-01', '5', '', 'A1'), byId);
    expect(counts).toEqual({ read: 1, accepted: 0, duplicates: 0, rejected: 1 });
    const [stored] = await events();
    expect(rejected[0]?.reasons).toEqual([
      { code: 'event-of-another-member', column: null, params: { member: stored?.memberId } },
    ]);
  });

  test('one that says something else stays, or is replaced; either is counted', async () => {
    await run(header + row(1, '2026-01-01', '5', '', 'A1'), byId);
    const [before] = await events();
    const text = header + row(1, '2026-01-02', '7', '', 'A1') + row(1, '2026-01-03', '1', '', 'A2');
    const kept = await tried(text, byId);
    expect(kept).toMatchObject({ counts: { read: 2, accepted: 1, duplicates: 1 }, changed: 1 });
    expect(await collection(database.db, 'events').findOne({ _id: before?._id })).toEqual(before);

    const replacing = mapping({ id: 'number', changed: 'replace' });
    const replaced = await tried(text, replacing);
    expect(replaced).toMatchObject({ counts: { read: 2, accepted: 1, duplicates: 1 }, changed: 1 });
    const after = await collection(database.db, 'events').findOne({ _id: before?._id });
    expect(after).toMatchObject({ props: { amount: 700 }, at: new Date('2026-01-01T16:00:00Z') });
    const note = await collection(database.db, 'changes').findOne({ replaced: before?._id });
    expect(note).not.toBeNull();
    expect(await tried(text, replacing)).toMatchObject({ counts: { duplicates: 2 }, changed: 0 });
  });

  test('of several in one file the last is what stays, however the file is cut', async () => {
    const replacing = mapping({ id: 'number', changed: 'replace' });
    const lines = ['5', '5', '6', '7', '5'].map((amount) => row(1, '2026-01-01', amount, '', 'A1'));
    for (const batchSize of [1, 2, 5]) {
      await collection(database.db, 'events').deleteMany({});
      const dry = await run(header + lines.join(''), replacing, { dryRun: true, batchSize });
      const done = await run(header + lines.join(''), replacing, { batchSize });
      expect(done).toMatchObject({ counts: { read: 5, accepted: 4, duplicates: 1 }, changed: 3 });
      expect(dry).toMatchObject({ counts: done.counts, changed: 3 });
      expect((await events()).map(({ props }) => props)).toEqual([{ amount: 500 }]);
    }
  });

  test('killed after it replaced and run again, the counts are those of one run', async () => {
    await run(header + row(1, '2026-01-01', '5', '', 'A1'), byId);
    const replacing = mapping({ id: 'number', changed: 'replace' });
    const text = header + row(1, '2026-01-01', '7', '', 'A1');
    const killed = run(text, replacing, {
      importId: 'b',
      done: async () => Promise.reject(new Error('killed')),
    });
    await expect(killed).rejects.toThrow('killed');
    const again = await run(text, replacing, { importId: 'b' });
    expect(again).toMatchObject({ counts: { accepted: 1, duplicates: 0 }, changed: 1 });
    const [change] = await collection(database.db, 'importChanges').find().toArray();
    expect(change?.event).toMatchObject({ props: { amount: 500 }, replacedBy: null });
  });

  test('two imports that replace the same events at once leave one of the two, whole', async () => {
    const numbers = Array.from({ length: 30 }, (_, n) => `A${n}`);
    const file = (amount: string) =>
      header + numbers.map((number) => row(1, '2026-01-01', amount, '', number)).join('');
    await run(file('1'), byId);
    const replacing = mapping({ id: 'number', changed: 'replace' });
    const results = await Promise.all(
      ['2', '3'].map((amount) => run(file(amount), replacing, { batchSize: 7 })),
    );
    expect(results.map(({ counts, changed }) => [counts.accepted, changed])).toEqual([
      [30, 30],
      [30, 30],
    ]);
    for (const { props, replacedBy } of await events()) {
      expect([200, 300]).toContain(props.amount);
      expect(replacedBy).toBeDefined();
    }
  });
});

describe('a row without an id', () => {
  const rows = row(1, '2026-01-01', '5', 'x') + row(1, '2026-01-01', '5', 'y') + row(2, '2026-01-02', '6');

  test('is the same with one more column mapped: it says something more, and adds nothing', async () => {
    expect((await run(header + rows, mapping())).counts.accepted).toBe(3);
    const { counts, changed } = await tried(header + rows, both);
    expect([counts.accepted, counts.duplicates, changed]).toEqual([0, 3, 2]);
    const replaced = await tried(header + rows, { ...both, changed: 'replace' });
    expect([replaced.counts.accepted, replaced.changed]).toEqual([2, 2]);
    expect((await events()).map(({ props }) => props.note)).toEqual(['x', 'y', undefined]);
  });

  test('read with another form of date is the same, and mends the days', async () => {
    const american = header + row(1, '01/02/2026', '5') + row(2, '03/04/2026', '6');
    const at = (format: string) => ({ at: { column: 'day', format } });
    await run(american, mapping(at('MM/DD/YYYY')));
    const { counts, changed } = await tried(american, mapping({ ...at('DD/MM/YYYY'), changed: 'replace' }));
    expect([counts.accepted, changed]).toEqual([2, 2]);
    expect((await events()).map((event) => event.at.toISOString())).toEqual([
      '2026-01-31T16:00:00.000Z',
      '2026-04-02T16:00:00.000Z',
    ]);
  });

  test('is the same in another order of columns, another format, and with keys that come late', async () => {
    await run(header + rows, mapping());
    const objects = [
      { amount: '5', day: '2026-01-01', note: 'x', phone: phone(1) },
      { day: '2026-01-01', phone: phone(1), amount: '5', note: 'y', number: '' },
      { phone: phone(2), day: '2026-01-02', amount: '6', note: null },
    ];
    const ndjson = objects.map((one) => JSON.stringify(one)).join('\n');
    const file = { ...mapping().file, format: 'ndjson' as const };
    expect((await tried(ndjson, mapping({ file }))).counts).toMatchObject({ accepted: 0, duplicates: 3 });
  });

  test('is another one where a column was added that says something', async () => {
    await run(header + rows, mapping());
    const wider = `phone,day,amount,note,number,shop\n${phone(1)},2026-01-01,5,x,,\n${phone(2)},2026-01-02,6,,,north\n`;
    expect((await tried(wider, mapping())).counts).toMatchObject({ accepted: 1, duplicates: 1 });
  });

  test('that was rejected and mended is known again when the whole file comes mended', async () => {
    const broken = rows + row(1, '2026-01-01', 'five', 'x');
    expect((await run(header + broken, mapping())).counts).toMatchObject({ accepted: 3, rejected: 1 });
    const columns = ['phone', 'day', 'amount', 'note', 'number'];
    const cells = [phone(1), '2026-01-01', '5', 'x', ''];
    const mended = `${rejectsHeader(columns)}${rejectsLine(['5', 'amount', 'why', ''], cells)}`;
    expect((await run(mended, both, { mended: true })).counts.accepted).toBe(1);
    expect((await run(mended, mapping(), { mended: true })).counts.duplicates).toBe(1);
    const whole = header + rows + row(1, '2026-01-01', '5', 'x');
    expect((await tried(whole, mapping())).counts).toMatchObject({ accepted: 0, duplicates: 4 });
  });

  test('of two types is two events', async () => {
    await run(header + rows, mapping());
    const visits = mapping({ eventType: { fixed: 'visit' }, props: [] });
    expect((await tried(header + rows, visits)).counts.accepted).toBe(3);
  });
});

describe('events with keys of before', () => {
  /** Stores what the rows say under the keys that they had then. */
  async function keepBefore(byId: boolean): Promise<void> {
    const how = byId ? mapping({ id: 'number' }) : mapping();
    const text = [
      header,
      row(1, '2026-01-01', '5', 'x', 'A1'),
      row(1, '2026-01-01', '5', 'y', 'A2'),
      row(2, '2026-01-02', '6', '', 'A3'),
    ];
    await run(text.join(''), how);
    const counted = new Map<string, number>();
    const numbers = ['A1', 'A2', 'A3'];
    const claims = await collection(database.db, 'identities').find().toArray();
    for (const [index, event] of (await events()).entries()) {
      const value = claims.find(({ memberId }) => memberId === event.memberId)?._id.slice('phone:'.length);
      const identities = [{ type: 'phone', value: value ?? '' }];
      const props = new Map([['props.amount', Number(event.props.amount)]]);
      const combination = earlierCombination('shop', { ...event, identities, props, id: null });
      const nth = counted.get(combination) ?? 0;
      counted.set(combination, nth + 1);
      const rowKey = nth === 0 ? combination : `${combination}.${nth}`;
      const dedupeKey = byId ? earlierKeyOfId('shop', numbers[index] ?? '') : rowKey;
      await collection(database.db, 'events').updateOne({ _id: event._id }, { $set: { dedupeKey } });
    }
    await collection(database.db, 'counters').deleteOne({ _id: 'earlier-event-keys' });
  }
  const text =
    header +
    row(1, '2026-01-01', '5', 'x', 'A1') +
    row(1, '2026-01-01', '5', 'y', 'A2') +
    row(2, '2026-01-02', '6', '', 'A3');

  test.each([true, false])(
    'are known when the file comes again (by id: %s), and then by their new keys',
    async (byId) => {
      await keepBefore(byId);
      expect(await hasEarlierKeys(database.db)).toBe(true);
      const how = byId ? mapping({ id: 'number' }) : mapping();
      expect((await tried(text, how)).counts).toMatchObject({ accepted: 0, duplicates: 3 });
      expect((await events()).every(({ dedupeKey }) => dedupeKey.startsWith('~'))).toBe(true);
      expect(await hasEarlierKeys(database.db)).toBe(false);
      const more = { ...both, id: how.id, changed: 'replace' } as const;
      expect(await tried(text, more)).toMatchObject({ counts: { accepted: 2, duplicates: 1 }, changed: 2 });
      expect(await collection(database.db, 'events').countDocuments()).toBe(3);
    },
  );

  test('a refund beside an order of before is an event', async () => {
    await keepBefore(true);
    const refund = mapping({ id: 'number', eventType: { fixed: 'refund' } });
    expect((await tried(text, refund)).counts.accepted).toBe(3);
  });

  test('demo events are none of them', async () => {
    const [from, to] = demoKeys;
    for (const n of [0, 1, 9_999_999]) {
      const key = `${demoMemberId(n)}:3`;
      expect(key >= from && key < to).toBe(true);
    }
    expect(await hasEarlierKeys(database.db)).toBe(false);
  });
});
