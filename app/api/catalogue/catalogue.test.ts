import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  catalogueAnswerSchema,
  eventTypeAnswerSchema,
  fieldAnswerSchema,
  fieldValuesSchema,
  typeChangeAnswerSchema,
  usageAnswerSchema,
} from '@/lib/contracts/catalogue';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { seedDemo } from '@/lib/services/demo/seed';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { addUser, context, cookieOf, request, SECRET } from '../testing/signed-in';
import { PUT as putType } from './event-types/[type]/route';
import { GET as typeUsage } from './event-types/[type]/usage/route';
import { GET as propertyValues } from './event-types/[type]/values/[path]/route';
import { PATCH as editField, DELETE as removeField } from './fields/[path]/route';
import { POST as changeType } from './fields/[path]/type/route';
import { GET as fieldUsage } from './fields/[path]/usage/route';
import { GET as fieldValues } from './fields/[path]/values/route';
import { POST as newField } from './fields/route';
import { GET as catalogue } from './route';

let database: TestDatabase;
let viewer: string;
let editor: string;
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  await ensureIndexes(database.db);
  await seedDemo(database.db, { members: 200 });
  viewer = await cookieOf(await addUser(database.db, 'vi'));
  editor = await cookieOf(await addUser(database.db, 'ed', { role: 'editor' }));
});
afterAll(() => database.drop());

const ask = (query = '') => request(`/?${query}`, { headers: { cookie: viewer } });
const send = (method: string, json: unknown, cookie = editor) =>
  request('/', { method, headers: { cookie }, json });

test('the picker: search in pinyin, fill, values of fields and of properties', async () => {
  const answer = catalogueAnswerSchema.parse(
    await (await catalogue(ask('search=hydj&fill=true'), context())).json(),
  );
  expect(answer.fields.map(({ path, fill }) => [path, fill?.present, fill?.of])).toEqual([
    ['attrs.level', 200, 200],
  ]);
  const level = await fieldValues(ask('limit=2'), context({ path: 'attrs.level' }));
  const { values } = fieldValuesSchema.parse(await level.json());
  expect(values[0]).toMatchObject({ value: 'regular', label: { zh: '普通' } });
  const store = await propertyValues(ask('search=shanghai'), context({ type: 'order', path: 'props.store' }));
  expect(fieldValuesSchema.parse(await store.json()).values.map(({ value }) => value)).toEqual([
    '上海南京西路店',
  ]);
});

test('editors change it, viewers don’t, and it says what reads it', async () => {
  const field = { path: 'attrs.tier', type: 'text', label: { zh: '级别', en: 'Tier' } };
  expect((await newField(send('POST', field, viewer), context())).status).toBe(403);
  expect(
    fieldAnswerSchema.parse(await (await newField(send('POST', field), context())).json()).field.path,
  ).toBe('attrs.tier');
  expect((await newField(send('POST', { ...field, path: 'attrs.constructor' }), context())).status).toBe(400);
  const tier = context({ path: 'attrs.tier' });
  const edited = await editField(send('PATCH', { personal: true }), tier);
  expect(fieldAnswerSchema.parse(await edited.json()).field).toMatchObject({
    personal: true,
    origin: 'edited',
  });
  const changed = await changeType(send('POST', { type: 'number', apply: true }), tier);
  expect(typeChangeAnswerSchema.parse(await changed.json())).toMatchObject({
    fits: 0,
    unfit: 0,
    applied: true,
  });
  expect(usageAnswerSchema.parse(await (await fieldUsage(ask(), tier)).json()).usage).toEqual([]);
  expect(
    (await removeField(request('/', { method: 'DELETE', headers: { cookie: editor } }), tier)).status,
  ).toBe(204);
  expect(
    (await removeField(request('/', { method: 'DELETE', headers: { cookie: editor } }), tier)).status,
  ).toBe(404);

  const order = await collection(database.db, 'eventTypes').findOne({ _id: 'order' });
  const label = { zh: '订单', en: 'Purchase' };
  const put = await putType(send('PUT', { label, props: order?.props }), context({ type: 'order' }));
  expect(eventTypeAnswerSchema.parse(await put.json()).eventType.label).toEqual(label);
  expect(
    usageAnswerSchema.parse(await (await typeUsage(ask(), context({ type: 'order' }))).json()).usage,
  ).toEqual([]);
});
