import fc from 'fast-check';
import type { Db } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { changeSettings } from '@/lib/ground/settings/settings';
import { fieldValues, forgetValues } from '@/lib/services/catalogue/field-values';
import { answerCounts } from '@/lib/services/counts/answer-counts';
import { exportColumn } from '@/lib/services/exports/columns';
import { memberDetail } from '@/lib/services/members/member-detail';
import { memberTimeline } from '@/lib/services/members/timeline';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { loadEnvironment } from '@/lib/workspace/environment';
import { memberRows } from '@/lib/workspace/member-rows';
import { draw, formatDay, parseDay } from '@/rules-engine/index';
import { importText } from '../testing/import-text';

/*
 * What a calendar day of a file becomes: stored, listed, shown, counted and written back, it is the same text, whatever
 * the zone of the file and whatever becomes of that of the workspace.
 */

let database: TestDatabase;
const actor = systemActor('test');

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());

/** Odd, far or fractional offsets: Shanghai was 8:05:43 ahead until 1901, Apia skipped a day in 2011. */
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'America/Los_Angeles',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'America/St_Johns',
  'UTC',
);
const day = fc.integer({ min: parseDay('1800-01-01') ?? 0, max: parseDay('2200-12-31') ?? 0 }).map(formatDay);

const mapping = (kind: 'members' | 'events', timeZone: string) =>
  importMappingSchema.parse({
    kind,
    file: { format: 'csv' },
    timeZone,
    source: 'crm',
    identities: [{ column: 'id', type: 'customer_id' }],
    ...(kind === 'members'
      ? { attributes: [{ column: 'born', path: 'attrs.born', value: { type: 'day', format: 'YYYY/MM/DD' } }] }
      : {
          eventType: { fixed: 'booking' },
          at: { column: 'at', format: 'iso' },
          props: [{ column: 'born', path: 'props.day', value: { type: 'day', format: 'YYYYMMDD' } }],
        }),
  });

async function store(db: Db, days: readonly string[], timeZone: string): Promise<void> {
  for (const name of ['members', 'identities', 'events', 'fields', 'eventTypes'])
    await db.collection(name).deleteMany({});
  const people = days.map((text, i) => `c${i},${text.replaceAll('-', '/')}`);
  const members = await importText(db, ['id,born', ...people].join('\n'), mapping('members', timeZone));
  expect(members.counts.accepted).toBe(days.length);
  const bookings = days.map((text, i) => `c${i},2026-01-01T00:00:00Z,${text.replaceAll('-', '')}`);
  const events = await importText(db, ['id,at,born', ...bookings].join('\n'), mapping('events', timeZone));
  expect(events.counts.accepted).toBe(days.length);
}

/** The days as every way out of the product gives them. */
async function seen(db: Db) {
  const members = await collection(db, 'members').find().sort({ ord: 1 }).toArray();
  const ids = members.map(({ _id }) => _id);
  const column = exportColumn('attrs.born', (await loadEnvironment(db)).catalogue.fields, false);
  const details = await Promise.all(ids.map((id) => memberDetail(db, actor, id)));
  const timelines = await Promise.all(ids.map((id) => memberTimeline(db, id, { limit: 5 })));
  forgetValues();
  const { range } = await fieldValues(db, 'attrs.born', { search: '', limit: 1 });
  return {
    listed: (await memberRows(db, ids, ['attrs.born'])).map(({ values }) => values['attrs.born']),
    shown: details.map(({ attributes }) => attributes[0]?.value),
    inTimeline: timelines.map(({ events }) => events[0]?.props[0]?.value),
    exported: members.map((member) => column?.read(member, '')),
    range,
  };
}

/** How many members have this day. */
async function countOn(db: Db, value: string): Promise<number | undefined> {
  const subject = { kind: 'field', path: 'attrs.born' };
  const rows = [{ subject, operator: 'on', value }];
  const graph = draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      born: { type: 'condition', params: { mode: 'all', rows }, at: [1, 0] },
      out: { type: 'segmentOutput', at: [2, 0] },
    },
    ['all.out → born.in', 'born.matched → out.in'],
  );
  const { ports } = await answerCounts(db, { graph, asOf: '2026-06-30T00:00:00.000Z' });
  return ports['born.matched']?.n;
}

test('a day of a file stays the day that it is, in every zone', async () => {
  const { db } = database;
  await fc.assert(
    fc.asyncProperty(
      fc.array(day, { minLength: 1, maxLength: 12 }),
      zone,
      zone,
      zone,
      async (days, file, now, later) => {
        await changeSettings(db, actor, { timeZone: now });
        await store(db, days, file);
        const [first = '', last = ''] = [[...days].sort()[0], [...days].sort().at(-1)];
        const expected = {
          listed: days,
          shown: days,
          inTimeline: days,
          exported: days,
          range: { min: first, max: last },
        };
        const same = days.filter((text) => text === first).length;
        for (const timeZone of [now, later]) {
          await changeSettings(db, actor, { timeZone });
          expect(await seen(db)).toEqual(expected);
          expect(await countOn(db, first)).toBe(same);
        }
      },
    ),
    { numRuns: 10 },
  );
});

test('a row whose day carries a time is rejected with the reason', async () => {
  const { db } = database;
  const rows = [
    'id,born',
    'r1,1990/05/01 08:00',
    'r2,1990/05/01 00:00:00',
    'r3,1990/05/01 00:00:00Z',
    'r4,1990/02/30',
  ];
  const { counts, rejected } = await importText(db, rows.join('\n'), mapping('members', 'Asia/Shanghai'));
  expect(counts).toMatchObject({ read: 4, accepted: 1, rejected: 3 });
  expect(rejected.map(({ reasons }) => reasons[0])).toEqual([
    { code: 'day-with-time', column: 'born', params: { value: '1990/05/01 08:00' } },
    { code: 'day-with-time', column: 'born', params: { value: '1990/05/01 00:00:00Z' } },
    { code: 'not-a-date', column: 'born', params: { value: '1990/02/30', format: 'YYYY/MM/DD' } },
  ]);
});
