import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FieldType, zoneInChange } from '@/lib/contracts/catalogue';
import { type Actor, systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, FieldDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { newMember } from '@/lib/members/new-member';
import { Killed, mortalDb } from '@/lib/services/points/testing/mortal-db';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { findField } from '@/lib/workspace/find-field';
import { loadCatalogue } from '@/lib/workspace/load-catalogue';
import { startOfDay } from '@/rules-engine/index';
import { catalogueAnswer } from './catalogue-answer';
import { changeType } from './change-type';
import { isBetweenInstantAndDay } from './convert-value';
import { editEventType } from './edit-event-type';
import { createField, deleteField, editField } from './edit-field';
import { forgetFill } from './field-fill';
import { fieldValues, forgetValues, propertyValues } from './field-values';
import { usageOf } from './usage';

let database: TestDatabase;
const actor: Actor = systemActor('test');
const now = new Date('2026-01-01T00:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  forgetFill();
  forgetValues();
  for (const name of ['members', 'events', 'fields', 'eventTypes', 'definitions', 'versions', 'metrics']) {
    await database.db.collection(name).deleteMany({});
  }
});

async function addField(key: string, type: FieldType, over: Partial<FieldDoc> = {}): Promise<void> {
  await collection(database.db, 'fields').insertOne({
    _id: `attrs.${key}`,
    type,
    label: { zh: key, en: key },
    unit: null,
    options: [],
    personal: false,
    origin: 'discovered',
    updatedAt: now,
    ...over,
  });
}

async function addMembers(attrs: readonly Record<string, unknown>[]): Promise<void> {
  const docs = attrs.map((one, n) => ({ ...newMember(`m${n}`, n, [], now), attrs: one }));
  await collection(database.db, 'members').insertMany(docs);
}

/** What the members have, in their order. */
async function storedOf(key: string): Promise<unknown[]> {
  const members = await collection(database.db, 'members').find().sort({ ord: 1 }).toArray();
  return members.map(({ attrs }) => attrs[key]);
}

/** A segment whose draft has one condition on a field and one on an event. */
async function addSegment(): Promise<void> {
  const definition: DefinitionDoc = {
    _id: 'seg',
    kind: 'segment',
    key: 'city_buyers',
    label: { zh: '城市买家', en: 'City buyers' },
    folder: '',
    draft: {
      kind: 'segment',
      schemaVersion: 1,
      nodes: [
        { id: 'all', type: 'all-members', position: { x: 0, y: 0 }, params: {} },
        {
          id: 'c1',
          type: 'condition',
          position: { x: 0, y: 0 },
          params: {
            rows: [
              { subject: { kind: 'field', path: 'attrs.city' }, operator: 'equals', value: '上海' },
              {
                subject: {
                  kind: 'event',
                  eventType: 'order',
                  fn: 'sum',
                  property: 'props.amount',
                  window: { kind: 'allTime' },
                },
                operator: 'greater',
                value: 1,
              },
            ],
          },
        },
      ],
      edges: [],
    },
    revision: 1,
    draftDigest: '',
    publishedVersion: null,
    publishedDigest: null,
    whenEmpty: 'clear',
    schedule: null,
    nextRunAt: null,
    lastRun: null,
    size: null,
    archivedAt: null,
    createdBy: 'test',
    updatedBy: 'test',
    createdAt: now,
    updatedAt: now,
  };
  await collection(database.db, 'definitions').insertOne(definition);
}

describe('what is there', () => {
  test('search by label, path, pinyin and initials; how full a field is', async () => {
    const { db } = database;
    await addField('gender', 'option', { label: { zh: '性别', en: 'Gender' } });
    await addField('city', 'text', { label: { zh: '城市', en: 'City' } });
    await addMembers([{ gender: 'F', city: '上海' }, { gender: 'M' }, { gender: 3 }, { gender: ['F'] }]);
    const paths = async (search: string) =>
      (await catalogueAnswer(db, { search, fill: false })).fields.map(({ path }) => path);
    for (const search of ['性', 'xingbie', 'xb', 'GENDER', 'attrs.gen', ' xing bie ']) {
      expect(await paths(search)).toEqual(['attrs.gender']);
    }
    expect(await paths('')).toEqual(
      expect.arrayContaining(['attrs.city', 'attrs.gender', 'createdAt', 'bucket']),
    );
    const { fields } = await catalogueAnswer(db, { search: '', fill: true });
    const fill = Object.fromEntries(fields.map(({ path, fill: one }) => [path, one?.present]));
    // A number and a list are not options: to rules they are empty.
    expect(fill).toMatchObject({ 'attrs.gender': 2, 'attrs.city': 1, createdAt: 4 });
  });

  test('commonest values with their labels, searched in pinyin; ranges; nothing of personal fields', async () => {
    const { db } = database;
    const options = [{ value: 'SH', label: { zh: '上海', en: 'Shanghai' } }];
    await addField('city', 'option', { options });
    await addField('likes', 'list');
    await addField('age', 'number');
    await addField('name', 'text', { personal: true });
    await addMembers([
      { city: 'SH', likes: ['a', 'b'], age: 3, name: '王' },
      { city: 'SH', likes: ['a'], age: 41, name: '李' },
      { city: 'BJ', age: '7' },
      { city: null },
    ]);
    const query = { search: '', limit: 10 };
    const city = await fieldValues(db, 'attrs.city', query);
    expect(city).toMatchObject({
      fill: { present: 3, of: 4, exact: true },
      values: [
        { value: 'SH', n: 2, label: { zh: '上海' } },
        { value: 'BJ', n: 1, label: null },
      ],
    });
    expect((await fieldValues(db, 'attrs.city', { ...query, search: 'shangh' })).values).toHaveLength(1);
    expect((await fieldValues(db, 'attrs.likes', query)).values).toEqual([
      { value: 'a', n: 2, label: null },
      { value: 'b', n: 1, label: null },
    ]);
    expect(await fieldValues(db, 'attrs.age', query)).toMatchObject({
      fill: { present: 2 },
      range: { min: 3, max: 41 },
    });
    expect(await fieldValues(db, 'attrs.name', query)).toMatchObject({
      fill: { present: 2 },
      values: [],
      range: null,
    });
    expect((await fieldValues(db, 'createdAt', query)).range).toEqual({
      min: now.toISOString(),
      max: now.toISOString(),
    });
    await expect(fieldValues(db, 'attrs.nothing', query)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('values of an event property', async () => {
    const { db } = database;
    const prop = {
      path: 'props.store',
      type: 'text' as const,
      label: { zh: '门店', en: 'Store' },
      unit: null,
      options: [],
    };
    await collection(db, 'eventTypes').insertOne({
      _id: 'order',
      label: { zh: '下单', en: 'Order' },
      props: [prop],
      updatedAt: now,
    });
    await collection(db, 'events').insertMany(
      ['A', 'B', 'A'].map((store, n) => ({
        _id: `e${n}`,
        memberId: 'm0',
        type: 'order',
        at: now,
        props: { store },
        source: 'test',
        dedupeKey: `e${n}`,
      })),
    );
    expect((await propertyValues(db, 'order', 'props.store', { search: '', limit: 5 })).values).toMatchObject(
      [
        { value: 'A', n: 2 },
        { value: 'B', n: 1 },
      ],
    );
  });

  test('what the engine gets', async () => {
    const { db } = database;
    await addField('city', 'text');
    const catalogue = await loadCatalogue(db);
    expect(Object.keys(catalogue.fields)).toEqual(
      expect.arrayContaining(['attrs.city', 'createdAt', 'updatedAt', 'bucket']),
    );
    const { bucket, updatedAt, 'attrs.city': city } = catalogue.fields;
    expect([bucket?.always, updatedAt?.always, city?.always]).toEqual([true, true, undefined]);
  });
});

describe('changes', () => {
  test('a field is described, edited, and taken away when nobody has it', async () => {
    const { db } = database;
    const created = {
      path: 'attrs.tier',
      type: 'number',
      label: { zh: '级', en: 'Tier' },
      unit: null,
      options: [],
      personal: false,
    } as const;
    await createField(db, actor, { ...created, options: [] });
    await expect(createField(db, actor, { ...created, options: [] })).rejects.toMatchObject({
      code: 'key-taken',
    });
    const edited = await editField(db, actor, 'attrs.tier', { personal: true, unit: 'points' });
    expect(edited).toMatchObject({ personal: true, unit: 'points', origin: 'edited', label: { zh: '级' } });
    await addMembers([{ tier: 1 }]);
    await expect(deleteField(db, actor, 'attrs.tier')).rejects.toMatchObject({ code: 'in-use' });
    await collection(db, 'members').deleteMany({});
    await deleteField(db, actor, 'attrs.tier');
    expect(await collection(db, 'fields').countDocuments()).toBe(0);
    await expect(editField(db, actor, 'bucket', { personal: true })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  test('what rules and metrics read says where, and keeps its type', async () => {
    const { db } = database;
    await addField('city', 'text');
    await addSegment();
    await collection(db, 'metrics').insertOne({
      _id: 'spent',
      label: { zh: '消费额', en: 'Spent' },
      operand: {
        kind: 'event',
        eventType: 'order',
        fn: 'sum',
        property: 'props.amount',
        window: { kind: 'allTime' },
      },
      revision: 1,
      lastRun: null,
      createdBy: 'test',
      updatedBy: 'test',
      updatedAt: now,
    });
    expect(await usageOf(db, { kind: 'field', path: 'attrs.city' })).toMatchObject([
      { kind: 'segment', id: 'seg', state: 'draft', nodes: ['c1'] },
    ]);
    expect((await usageOf(db, { kind: 'eventType', type: 'order' })).map(({ kind }) => kind)).toEqual([
      'segment',
      'metric',
    ]);
    expect(await usageOf(db, { kind: 'property', type: 'visit', path: 'props.amount' })).toEqual([]);
    const change = { type: 'option', unit: null, apply: true, dropUnfit: false } as const;
    await expect(changeType(db, actor, 'attrs.city', change)).rejects.toMatchObject({ code: 'in-use' });
    const props = [
      {
        path: 'props.amount',
        type: 'money' as const,
        label: { zh: '金额', en: 'Amount' },
        unit: 'CNY',
        options: [],
      },
    ];
    await collection(db, 'eventTypes').insertOne({
      _id: 'order',
      label: { zh: '下单', en: 'Order' },
      props,
      updatedAt: now,
    });
    const label = { zh: '订单', en: 'Purchase' };
    await expect(editEventType(db, actor, 'order', { label, props: [] })).rejects.toMatchObject({
      code: 'in-use',
    });
    expect(await editEventType(db, actor, 'order', { label, props })).toMatchObject({ label });
    const [first] = props;
    if (first === undefined) throw new Error('no property');
    await expect(
      editEventType(db, actor, 'order', { label, props: [{ ...first, type: 'text' }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test.each<[FieldType, FieldType, unknown[], unknown[], number]>([
    ['text', 'number', ['1', '2,000,000', 'x'], [1, 2_000_000, undefined], 1],
    // Whether that is two or two thousand, or which month, one value alone doesn't say.
    ['text', 'number', ['2,000', '2.000'], [undefined, undefined], 2],
    ['text', 'date', ['05/01/2026', '7 Sep 2026'], [undefined, new Date('2026-09-06T16:00:00Z')], 1],
    ['text', 'money', ['11.77', '¥3', '$3'], [1177, 300, undefined], 1],
    ['money', 'text', [1177, -5], ['11.77', '-0.05'], 0],
    [
      'text',
      'date',
      ['2026-01-05', '2026/1/5 8:03'],
      [new Date('2026-01-04T16:00:00Z'), new Date('2026-01-05T00:03:00Z')],
      0,
    ],
    ['date', 'text', [now], ['2026-01-01T00:00:00.000Z'], 0],
    [
      'text',
      'day',
      ['1990-05-01', '1990/5/1', '1990-05-01T08:00:00Z', '生日'],
      [new Date('1990-05-01T00:00:00Z'), new Date('1990-05-01T00:00:00Z'), undefined, undefined],
      2,
    ],
    ['day', 'text', [new Date('1900-01-01T00:00:00Z')], ['1900-01-01'], 0],
    ['number', 'day', [19_900_501, 7], [new Date('1990-05-01T00:00:00Z'), undefined], 1],
    [
      'date',
      'day',
      // Midnight in Shanghai, before and after it had summer time, and before it had a zone of whole hours.
      [
        new Date('1990-04-30T15:00:00Z'),
        new Date('1995-04-30T16:00:00Z'),
        new Date('1899-12-31T15:54:17Z'),
        'x',
      ],
      [
        new Date('1990-05-01T00:00:00Z'),
        new Date('1995-05-01T00:00:00Z'),
        new Date('1900-01-01T00:00:00Z'),
        undefined,
      ],
      1,
    ],
    [
      'day',
      'date',
      [new Date('1995-05-01T00:00:00Z'), new Date('1800-01-01T00:00:00Z')],
      [new Date('1995-04-30T16:00:00Z'), undefined],
      1,
    ],
    ['text', 'list', ['a,b', 'a'], [['a', 'b'], ['a']], 0],
    ['list', 'text', [['a', 'b']], ['a,b'], 0],
    ['number', 'boolean', [1, 0, 7], [true, false, undefined], 1],
    ['text', 'option', ['a'], ['a'], 0],
  ])('%s becomes %s', async (from, to, values, expected, unfit) => {
    const { db } = database;
    await addField('x', from, { unit: from === 'money' ? 'CNY' : null });
    await addMembers(values.map((x) => ({ x })));
    const change = { type: to, unit: to === 'money' ? 'CNY' : null, timeZone: 'Asia/Shanghai' };
    const looked = await changeType(db, actor, 'attrs.x', { ...change, apply: false, dropUnfit: false });
    const timeZone = zoneInChange(from, to) === null ? null : 'Asia/Shanghai';
    expect(looked).toMatchObject({ unfit, fits: values.length - unfit, timeZone, applied: false });
    if (unfit > 0) {
      const strict = changeType(db, actor, 'attrs.x', { ...change, apply: true, dropUnfit: false });
      await expect(strict).rejects.toMatchObject({ code: 'values-do-not-fit' });
    }
    await changeType(db, actor, 'attrs.x', { ...change, apply: true, dropUnfit: true });
    expect(await storedOf('x')).toEqual(expected);
    expect(await collection(db, 'fields').findOne({ _id: 'attrs.x' })).toMatchObject({
      type: to,
      origin: 'edited',
    });
    if (isBetweenInstantAndDay(from, to)) return;
    // As if the process had died before the catalogue was told: doing it again does no harm.
    await collection(db, 'fields').updateOne(
      { _id: 'attrs.x' },
      { $set: { type: from, unit: from === 'money' ? 'CNY' : null } },
    );
    await changeType(db, actor, 'attrs.x', { ...change, apply: true, dropUnfit: true });
    expect(await storedOf('x')).toEqual(expected);
  });

  test.each([
    ['America/Los_Angeles', ['date', 'day']],
    ['Asia/Shanghai', ['date', 'day']],
    ['America/Los_Angeles', ['day', 'date']],
    ['Asia/Shanghai', ['day', 'date']],
  ] as const)(
    'in %s, a change %s that is killed at any write is finished by doing it again',
    async (timeZone, [from, to]) => {
      const { db } = database;
      const days = ['1900-01-01', '1990-05-01', '2024-02-29'].map((text) => new Date(`${text}T00:00:00Z`));
      const instants = days.map((day) => new Date(startOfDay(day.getTime() / 86_400_000, timeZone)));
      const [before, after] = from === 'date' ? [instants, days] : [days, instants];
      const change = { type: to, unit: null, timeZone, dropUnfit: false, apply: true };
      const isKilled = async (survives: number) => {
        for (const name of ['members', 'fields']) await db.collection(name).deleteMany({});
        await addField('x', from);
        await addMembers(before.map((x) => ({ x })));
        const outcome = changeType(mortalDb(db, survives), actor, 'attrs.x', change);
        return outcome.then(
          () => false,
          (error: unknown) => {
            expect(error).toBeInstanceOf(Killed);
            return true;
          },
        );
      };
      const marked = new Set<boolean>();
      for (let survives = 0; await isKilled(survives); survives += 1) {
        const field = await findField(db, 'attrs.x');
        marked.add(field.turning === to);
        if (field.turning === to && field.type === from) {
          const other = changeType(db, actor, 'attrs.x', { ...change, type: 'text' });
          await expect(other).rejects.toMatchObject({ code: 'invalid-input' });
        }
        await changeType(db, actor, 'attrs.x', change);
        expect(await storedOf('x')).toEqual(after);
        expect(await findField(db, 'attrs.x')).not.toHaveProperty('turning');
      }
      expect(await storedOf('x')).toEqual(after);
      // It was killed before and after all values were texts.
      expect(marked).toEqual(new Set([false, true]));
    },
  );

  test('numbers aren’t turned into money, where nobody could tell which were turned already', async () => {
    const { db } = database;
    await addField('x', 'number');
    await addMembers([{ x: 3 }]);
    const change = { type: 'money', unit: 'CNY', apply: true, dropUnfit: false } as const;
    await expect(changeType(db, actor, 'attrs.x', change)).rejects.toMatchObject({ code: 'invalid-input' });
    await collection(db, 'members').deleteMany({});
    expect(await changeType(db, actor, 'attrs.x', change)).toMatchObject({ applied: true });
  });
});
