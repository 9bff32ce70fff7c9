import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { systemActor } from '@/lib/contracts/people';
import { demoAsOf, demoWorkspace } from '@/lib/counting/testing/demo-workspace';
import { changeSettings } from '@/lib/ground/settings/settings';
import { changeType } from '@/lib/services/catalogue/change-type';
import {
  addEventType,
  addFieldOptions,
  addFields,
  addPropertyOptions,
} from '@/lib/services/catalogue/discoveries';
import { editEventType } from '@/lib/services/catalogue/edit-event-type';
import { createField, deleteField, editField } from '@/lib/services/catalogue/edit-field';
import { archiveDefinition, restoreDefinition } from '@/lib/services/definitions/archive';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { editDefinition } from '@/lib/services/definitions/edit-definition';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { createMetric, deleteMetric } from '@/lib/services/metrics/save-metric';
import { publish } from '@/lib/services/versions/publish';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { draw } from '@/rules-engine/index';
import { loadEnvironment, sharedEnvironment } from './environment';

let database: TestDatabase;
let elsewhere: MongoClient;
const db = () => database.db;
/** The same database as another process has it. */
const other = () => elsewhere.db(db().databaseName);
const anna = systemActor('anna');
const label = { zh: '试', en: 'Try' };

beforeAll(async () => {
  database = await testDatabase();
  await demoWorkspace(db(), 30);
  elsewhere = await MongoClient.connect(database.uri);
});
afterAll(async () => {
  vi.useRealTimers();
  await elsewhere.close();
  await database.drop();
});

test('what rules are compiled against is kept as long as nobody changes it', async () => {
  const first = await sharedEnvironment(db());
  expect(first).toEqual(await loadEnvironment(db()));
  expect(await sharedEnvironment(db())).toBe(first);
  const { id, revision } = await createDefinition(db(), anna, { kind: 'segment', label });
  const drawn = await sharedEnvironment(db());
  const graph = draw('segment', { all: { type: 'allMembers', at: [0, 0] } }, []);
  expect(await saveDraft(db(), anna, id, { revision, graph })).toMatchObject({ ok: true });
  expect(await sharedEnvironment(db())).toBe(drawn);
});

const field = {
  path: 'attrs.shoe',
  type: 'number' as const,
  label,
  unit: null,
  options: [],
  personal: false,
};
const found = { path: 'attrs.shop', type: 'option' as const, label, unit: null, personal: false };
const bought = { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } };
let segment = '';

/** What people, imports and the command line do to it, each after the one before. */
const changes: [string, () => Promise<unknown>][] = [
  ['a new field', () => createField(db(), anna, field)],
  ['another name of it', () => editField(db(), anna, field.path, { label: { zh: '鞋码', en: 'Shoe size' } })],
  ['another type of it', () => changeType(db(), anna, field.path, toText)],
  ['the field is gone', () => deleteField(db(), anna, field.path)],
  ['a field that an import found', () => addFields(db(), [found])],
  ['an option that an import found', () => addFieldOptions(db(), found.path, ['南京路店'])],
  ['events that an import found', () => addEventType(db(), 'stopped_by', label, [])],
  [
    'a property that an import found',
    () => addEventType(db(), 'stopped_by', label, [{ ...found, path: 'props.shop' }]),
  ],
  ['an option of it', () => addPropertyOptions(db(), 'stopped_by', 'props.shop', ['南京路店'])],
  [
    'another name of the events',
    () => editEventType(db(), anna, 'stopped_by', { label: { zh: '到店', en: 'Visit' }, props: [] }),
  ],
  ['a metric', () => createMetric(db(), anna, { key: 'orders', label, operand: bought })],
  ['the metric is gone', () => deleteMetric(db(), anna, 'orders')],
  ['another zone', () => changeSettings(db(), anna, { timeZone: 'Europe/Berlin' })],
  [
    'a new segment',
    async () => {
      segment = (await createDefinition(db(), anna, { kind: 'segment', label })).id;
    },
  ],
  ['its publication', () => published(segment)],
  [
    'another name of the segment',
    () => editDefinition(db(), anna, segment, { label: { zh: '改名', en: 'Renamed' } }),
  ],
  ['the segment in the bin', () => archiveDefinition(db(), anna, segment)],
  ['and back', () => restoreDefinition(db(), anna, segment)],
  ['in the bin again', () => archiveDefinition(db(), anna, segment)],
];

const toText = { type: 'text' as const, unit: null, apply: true, dropUnfit: false };

async function published(id: string): Promise<void> {
  const { revision } = await findDefinition(db(), id);
  const graph = draw(
    'segment',
    { all: { type: 'allMembers', at: [0, 0] }, out: { type: 'segmentOutput', at: [1, 0] } },
    ['all.out → out.in'],
  );
  await saveDraft(db(), anna, id, { revision, graph });
  const saved = await publish(db(), anna, id, { revision: revision + 1, note: '' }, demoAsOf);
  expect(saved.ok).toBe(true);
}

test.each(changes)('%s is seen at once, in this process and in another', async (_, change) => {
  const before = await sharedEnvironment(db());
  expect(await sharedEnvironment(other())).toEqual(before);
  await change();
  const now = await loadEnvironment(db());
  expect(now).not.toEqual(before);
  expect(await sharedEnvironment(db())).toEqual(now);
  expect(await sharedEnvironment(other())).toEqual(now);
});

test('what was written past the product is seen a little later', async () => {
  const before = await sharedEnvironment(db());
  await db()
    .collection('fields')
    .updateOne({}, { $set: { 'label.en': 'Written past it' } });
  expect(await sharedEnvironment(db())).toBe(before);
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.advanceTimersByTime(60_000);
  expect(await sharedEnvironment(db())).toEqual(await loadEnvironment(db()));
});
