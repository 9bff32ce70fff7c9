import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  attributePathSchema,
  type FieldType,
  keySchema,
  propertyPathSchema,
} from '@/lib/contracts/catalogue';
import { collection } from '@/lib/db/collections';
import { newMember } from '@/lib/members/new-member';
import { takeOrds } from '@/lib/members/ord';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { DEMO_AS_OF } from './calendar';
import { demoEventTypes, demoFields } from './demo-catalogue';
import { demoMember } from './demo-member';
import { seededRandom } from './random';
import { removeDemo } from './remove-demo';
import { hasAnyData, seedDemo } from './seed';

const sample = Array.from({ length: 3_000 }, (_, index) => demoMember(index));

const fits: Record<FieldType, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  option: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  money: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  day: (value) => value instanceof Date && value.getTime() % 86_400_000 === 0,
  list: (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
};

describe('the demo members', () => {
  test('are the same on every machine', () => {
    const digest = createHash('sha256')
      .update(JSON.stringify(sample.slice(0, 200)))
      .digest('hex');
    expect(digest).toMatchInlineSnapshot(
      `"ab55312aa67e5c50ff9ecfe30b917c1c733c22529d6d7d5374cea2e79234fd49"`,
    );
    expect(demoMember(1_234)).toEqual(sample[1_234]);
  });

  test('carry nothing that the catalogue doesn’t describe, and values of its types', () => {
    const fields = new Map(demoFields.map((field) => [field._id, field]));
    const types = new Map(demoEventTypes.map((type) => [type._id, type]));
    for (const { member, events } of sample) {
      for (const [key, value] of Object.entries(member.attrs)) {
        const field = fields.get(`attrs.${key}`);
        expect(field && fits[field.type](value), `attrs.${key} ${value}`).toBe(true);
        if (field?.type === 'option') expect(field.options.map((option) => option.value)).toContain(value);
      }
      for (const { type, props, at } of events) {
        expect(at.getTime()).toBeLessThanOrEqual(DEMO_AS_OF.getTime());
        for (const [key, value] of Object.entries(props)) {
          const prop = types.get(type)?.props.find(({ path }) => path === `props.${key}`);
          expect(prop && fits[prop.type](value), `${type} ${key} ${value}`).toBe(true);
          if (prop?.type === 'option') expect(prop.options.map((option) => option.value)).toContain(value);
        }
      }
    }
    for (const { _id } of demoFields) expect(attributePathSchema.safeParse(_id).success).toBe(true);
    for (const { _id, props } of demoEventTypes) {
      expect(keySchema.safeParse(_id).success).toBe(true);
      for (const { path } of props) expect(propertyPathSchema.safeParse(path).success).toBe(true);
    }
  });

  test('reach nobody: phones that no carrier has, mail to example.com', () => {
    const identities = sample.flatMap(({ member }) => member.identities);
    for (const { type, value } of identities) {
      if (type === 'phone') expect(value).toMatch(/^\+86154\d{8}$/);
      else if (type === 'email') expect(value).toMatch(/@example\.com$/);
      else expect(value).toMatch(/^demo_/);
    }
    expect(new Set(identities.map(({ type, value }) => `${type}:${value}`)).size).toBe(identities.length);
  });

  test('fill all eight cells of RFM, all levels, and S, A and B of planned store visits', () => {
    const buyers = sample.flatMap(({ events }) => {
      const orders = events.filter(({ type }) => type === 'order');
      if (orders.length === 0) return [];
      const last = Math.max(...orders.map(({ at }) => at.getTime()));
      return [
        { r: last, f: orders.length, m: orders.reduce((sum, { props }) => sum + Number(props.amount), 0) },
      ];
    });
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    const [r, f, m] = [
      median(buyers.map((b) => b.r)),
      median(buyers.map((b) => b.f)),
      median(buyers.map((b) => b.m)),
    ];
    const cells = new Map<string, number>();
    for (const buyer of buyers) {
      const cell = [buyer.r >= r, buyer.f >= f, buyer.m >= m].join();
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    expect(cells.size).toBe(8);
    for (const n of cells.values()) expect(n).toBeGreaterThan(buyers.length / 100);
    expect(new Set(sample.map(({ member }) => member.attrs.level)).size).toBe(4);
    const ahead = sample.flatMap(({ events }) =>
      events.flatMap(({ props }) =>
        props.plannedAt instanceof Date ? props.plannedAt.getTime() - DEMO_AS_OF.getTime() : [],
      ),
    );
    for (const [from, to] of [
      [0, 7],
      [7, 15],
      [15, 30],
    ]) {
      const within = ahead.filter((ms) => ms > (from ?? 0) * 86_400_000 && ms <= (to ?? 0) * 86_400_000);
      expect(within.length).toBeGreaterThan(5);
    }
  });

  test('shop more around 双11 and 618 than on other days', () => {
    const perDay = new Map<string, number>();
    for (const { at, type } of sample.flatMap(({ events }) => events)) {
      if (type !== 'order') continue;
      const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    const mean = [...perDay.values()].reduce((a, b) => a + b, 0) / perDay.size;
    for (const day of ['2025-11-11', '2026-11-11', '2025-06-18', '2026-06-18']) {
      expect(perDay.get(day) ?? 0).toBeGreaterThan(mean * 2.5);
    }
  });

  test('mulberry32 as published', () => {
    const random = seededRandom(1);
    expect([random(), random(), random()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });
});

describe('in the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  test('made, made again without effect, finished after an interruption, removed without a trace', async () => {
    const { db } = database;
    expect(await hasAnyData(db)).toBe(false);
    const reported: number[] = [];
    await seedDemo(db, { members: 600, onProgress: (done, total) => reported.push(done / total) });
    expect(reported.at(-1)).toBe(1);
    const counts = async () =>
      Promise.all(
        ['members', 'events', 'identities', 'fields', 'eventTypes'].map((name) =>
          db.collection(name).countDocuments(),
        ),
      );
    const whole = await counts();
    expect(whole[0]).toBe(600);
    expect(await hasAnyData(db)).toBe(true);
    await seedDemo(db, { members: 600 });
    expect(await counts()).toEqual(whole);
    // As if the process had been killed in the middle of a chunk: events there, members not yet.
    await collection(db, 'members').deleteMany({ _id: { $gt: 'demo000400' } });
    await collection(db, 'events').deleteMany({ memberId: { $gt: 'demo000500' } });
    await seedDemo(db, { members: 600 });
    expect(await counts()).toEqual(whole);
    expect(await collection(db, 'members').countDocuments({ demo: { $ne: true } })).toBe(0);

    // A place that somebody else has taken meanwhile is not given again, though the counter doesn't know of it.
    await collection(db, 'members').deleteOne({ _id: 'demo000599' });
    const next = await takeOrds(db, 1);
    await collection(db, 'members').insertOne(newMember('other', next + 1, [], new Date()));
    await seedDemo(db, { members: 600 });
    await collection(db, 'members').deleteOne({ _id: 'other' });
    expect(await counts()).toEqual(whole);
    // It isn't done when something of what was made is gone.
    await collection(db, 'events').deleteOne({ _id: 'demo000001:0' });
    await expect(seedDemo(db, { members: 600 })).rejects.toThrow(/lacks some of its data/);
    await collection(db, 'members').deleteOne({ _id: 'demo000001' });
    await seedDemo(db, { members: 600 });
    expect(await counts()).toEqual(whole);

    await collection(db, 'fields').updateOne({ _id: 'attrs.city' }, { $set: { origin: 'edited' } });
    const removed = await removeDemo(db);
    expect(removed).toEqual({ members: 600, events: whole[1] });
    expect(await counts()).toEqual([0, 0, 0, 1, 0]);
  });
});
