import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Db } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { noteEvents, noteGone, noteRemoved, noteReplaced } from '@/lib/members/note-changes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { exotics, oddKeys } from '@/lib/setup/testing/exotic-values';
import {
  columnNeeds,
  type EventData,
  evaluate,
  hasBit,
  type MemberData,
  type Predicate,
} from '@/rules-engine/index';
import { always, present } from '@/rules-engine/ir/build-predicate';
import { cleanMember, hostileMember } from '@/rules-engine/testing/arbitrary-member';
import { arbitraryExpression, arbitraryPredicate } from '@/rules-engine/testing/arbitrary-predicate';
import { printFixture } from '@/rules-engine/testing/fixture';
import { distributionIn, distributionOf } from '../distribution';
import { lastKept } from '../last-kept';
import { MirrorData } from './mirror-data';
import { readSnapshot, writeSnapshot } from './snapshot';

const seed = Number(process.env.TAGLOOM_PARITY_SEED ?? Date.now() % 1_000_000_000);
const rules = Number(process.env.TAGLOOM_PARITY_RUNS ?? 2_000);
const population = 300;
const rounds = 4;

let database: TestDatabase;
let clock = Date.now() - 86_400_000;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());

interface StoredMember {
  _id: string;
  ord: number;
  updatedAt: Date;
}

/** Writes members as the product does: every write is later than the ones before, events are noted after they are stored. */
class Writer {
  private next = 0;
  private events = 0;
  readonly ords: number[] = [];

  constructor(private readonly db: Db) {}

  async insert(all: readonly MemberData[]): Promise<void> {
    const docs = all.map(({ member }) => this.stamped(member, this.next++));
    await this.db.collection<StoredMember>('members').insertMany(docs);
    this.ords.push(...docs.map(({ ord }) => ord));
    for (const [i, { ord }] of docs.entries()) await this.addEvents(ord, all[i]?.events ?? []);
  }

  async replace(ord: number, { member, events }: MemberData): Promise<void> {
    // A replacement must not have names of operators.
    const names = Object.entries(member).filter(([name]) => !name.startsWith('$'));
    const { _id, ...rest } = this.stamped(Object.fromEntries(names), ord);
    await this.db.collection<StoredMember>('members').replaceOne({ _id }, rest);
    await this.addEvents(ord, events.slice(0, 2));
  }

  async remove(ord: number): Promise<void> {
    const id = `m${ord}`;
    await this.db.collection('events').deleteMany({ memberId: id });
    await this.db.collection<StoredMember>('members').deleteOne({ _id: id });
    this.ords.splice(this.ords.indexOf(ord), 1);
    await noteRemoved(this.db, [ord]);
  }

  /** Gives some events the content of others of their type, and removes some. */
  async changeEvents(every: number): Promise<void> {
    const events = this.db.collection<{ _id: string }>('events');
    const all = await events.find().sort({ _id: 1 }).toArray();
    const changed = all.filter((_, i) => i % every === 0);
    const gone = all.filter((_, i) => i % every === 1).map(({ _id }) => _id);
    for (const { _id, ...event } of changed) {
      const { type, memberId, dedupeKey } = Object.fromEntries(Object.entries(event));
      const other = all.find((one) => one._id > _id) ?? {};
      // A replacement must not have names of operators.
      const names = Object.entries(other).filter(([name]) => name !== '_id' && !name.startsWith('$'));
      const content = Object.fromEntries(names);
      await events.replaceOne({ _id }, { ...content, type, memberId, dedupeKey });
    }
    await noteReplaced(
      this.db,
      changed.map(({ _id }) => _id),
    );
    await events.deleteMany({ _id: { $in: gone } });
    await noteGone(this.db, gone);
  }

  private stamped(member: MemberData['member'], ord: number): StoredMember {
    clock += 1_000;
    return { ...member, _id: `m${ord}`, ord, updatedAt: new Date(clock) };
  }

  private async addEvents(ord: number, events: readonly EventData[]): Promise<void> {
    const docs = events.map((event) => {
      this.events += 1;
      return { ...event, _id: `e${this.events}`, memberId: `m${ord}`, dedupeKey: `e${this.events}` };
    });
    if (docs.length === 0) return;
    await this.db.collection<{ _id: string }>('events').insertMany(docs);
    await noteEvents(
      this.db,
      docs.map(({ _id }) => _id),
    );
  }
}

/** What is stored, by `ord`, as the driver reads it. */
async function stored(db: Db): Promise<Map<number, MemberData>> {
  const events = new Map<string, EventData[]>();
  for (const { _id, memberId, type, at, ...rest } of await db.collection('events').find().toArray()) {
    events.set(memberId, [...(events.get(memberId) ?? []), { type, at, ...rest }]);
  }
  const found = await db.collection<StoredMember>('members').find().toArray();
  return new Map(
    found.map((member) => [member.ord, { member: { ...member }, events: events.get(member._id) ?? [] }]),
  );
}

async function load(db: Db, predicates: readonly Predicate[]): Promise<MirrorData> {
  const needs = columnNeeds(predicates);
  const data = await MirrorData.load(db, needs.fields.values(), {
    kept: 2 ** 24,
    limit: 2 ** 30,
    signal: new AbortController().signal,
  });
  for (const [type, properties] of needs.events) await (await data.loadEvents(type, properties))();
  return data;
}

function agree(
  data: MirrorData,
  members: ReadonlyMap<number, MemberData>,
  predicates: readonly Predicate[],
): void {
  const counts = data.counts.countAll(predicates);
  for (const [i, predicate] of predicates.entries()) {
    const found = data.counts.membersOf(predicate);
    let n = 0;
    for (const [ord, one] of members) {
      const holds = evaluate(predicate, one);
      if (holds) n += 1;
      if (hasBit(found, ord) === holds) continue;
      expect.fail(`columns: ${printFixture({ name: `mirror, seed ${seed}`, predicate, data: one, holds })}`);
    }
    expect(counts[i]).toBe(n);
  }
  expect(data.members.table.size).toBe(members.size);
}

const someone = fc.oneof(cleanMember(), hostileMember({ exotics, oddKeys }));

describe(`the mirror finds the members that the reference finds (seed ${seed})`, () => {
  test('after loading, and after inserts, updates and removals', async () => {
    const { db } = database;
    const writer = new Writer(db);
    const predicates = fc.sample(arbitraryPredicate(), { numRuns: Math.ceil(rules / 5), seed });
    await writer.insert(fc.sample(someone, { numRuns: population, seed }));
    const data = await load(db, predicates);
    agree(data, await stored(db), predicates);
    for (let round = 0; round < rounds; round += 1) {
      const [come, ...change] = fc.sample(fc.array(someone, { minLength: 20, maxLength: 40 }), {
        numRuns: 2,
        seed: seed + round,
      });
      await writer.insert(come ?? []);
      for (const [i, one] of (change[0] ?? []).entries()) {
        const ord = writer.ords[(i * 7919 + round) % writer.ords.length] ?? 0;
        if (i % 4 === 0) await writer.remove(ord);
        else await writer.replace(ord, one);
      }
      await writer.changeEvents(7 + round);
      await data.refresh();
      agree(data, await stored(db), predicates);
      expect(await data.verify()).toBe('same');
    }
  });
});

/** As it travels: there is one zero. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('top Ns keep, and quantiles cut, as MongoDB does, equal values by their order', async () => {
  const other = await testDatabase();
  const { db } = other;
  await ensureIndexes(db);
  await new Writer(db).insert(fc.sample(someone, { numRuns: 200, seed: seed + 9 }));
  const samples = { numRuns: Math.ceil(rules / 25), seed };
  const ordered = arbitraryExpression({ depth: 1 }).filter(
    ({ type }) => type === 'number' || type === 'date',
  );
  const question = fc.record({
    members: fc.oneof(fc.constant(always), arbitraryPredicate({ depth: 1 })),
    value: ordered,
    n: fc.integer({ min: 1, max: 60 }),
    direction: fc.constantFrom('highest', 'lowest'),
  });
  const at = [0.1, 0.25, 0.5, 0.9];
  const options = { deadline: performance.now() + 120_000 };
  for (const asked of fc.sample(question, samples)) {
    const { members, value } = asked;
    const data = await load(db, [members, present(value)]);
    const bound = await lastKept(db, { ...asked, key: '', node: '' }, options);
    expect(plain(data.counts.boundsOf([asked]))).toEqual(plain([bound]));
    const distribution = await distributionOf(db, { members, value, at }, options);
    expect(plain(distributionIn(data.counts.valuesOf(members, value), at))).toEqual(plain(distribution));
  }
  await other.drop();
});

test('what was written down is read again, and brought up to date', async () => {
  const other = await testDatabase();
  await ensureIndexes(other.db);
  const folder = await mkdtemp(join(tmpdir(), 'tagloom-mirror-'));
  const options = { kept: 2 ** 24, limit: 2 ** 30, signal: new AbortController().signal };
  const writer = new Writer(other.db);
  await writer.insert(fc.sample(someone, { numRuns: 60, seed }));
  const predicates = fc.sample(arbitraryPredicate(), { numRuns: 100, seed });
  await writeSnapshot(other.db, await load(other.db, predicates), folder);

  await writer.insert(fc.sample(someone, { numRuns: 20, seed: seed + 1 }));
  await writer.remove(3);
  const restored = await readSnapshot(other.db, folder, options);
  expect(restored).not.toBeNull();
  if (restored) agree(restored.data, await stored(other.db), predicates);

  // A member that went without a note, an unfinished snapshot, a damaged one, another database's: none is used.
  expect(await readSnapshot(database.db, folder, options)).toBeNull();
  await collection(other.db, 'members').deleteOne({ ord: 7 });
  expect(await readSnapshot(other.db, folder, options)).toBeNull();
  const bytes = await readFile(join(folder, 'columns.bin'));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await writeFile(join(folder, 'columns.bin'), bytes);
  await expect(readSnapshot(other.db, folder, options)).rejects.toThrow('damaged');
  await rm(join(folder, 'stamp.json'));
  expect(await readSnapshot(other.db, folder, options)).toBeNull();
  await rm(folder, { recursive: true });
  await other.drop();
});

test('a write that shows up under an earlier time than one that was seen is found', async () => {
  const other = await testDatabase();
  await ensureIndexes(other.db);
  const writer = new Writer(other.db);
  // Written just now: what lies further back is complete.
  clock = Date.now() - 50_000;
  await writer.insert(fc.sample(cleanMember(), { numRuns: 50, seed: 1 }));
  const [rule] = fc.sample(arbitraryPredicate({ aggregates: false }), { numRuns: 1, seed: 3 });
  const data = await load(other.db, rule ? [rule] : []);
  const late = new Date(data.members.newest - 5_000);
  await other.db
    .collection<{ _id: string }>('members')
    .updateOne({ _id: 'm3' }, { $set: { note: 'late', updatedAt: late } });
  const generation = data.generation;
  await data.refresh();
  expect(data.generation).toBeGreaterThan(generation);
  await data.refresh();
  expect(data.generation).toBe(generation + 1);
  await other.drop();
});

test('what leaves no trace is told by the comparison of everything', async () => {
  const other = await testDatabase();
  await ensureIndexes(other.db);
  const writer = new Writer(other.db);
  await writer.insert(fc.sample(cleanMember(), { numRuns: 50, seed: 2 }));
  const data = await load(other.db, fc.sample(arbitraryPredicate(), { numRuns: 40, seed: 4 }));
  expect(await data.verify()).toBe('same');
  await collection(other.db, 'members').deleteOne({ _id: 'm7' });
  expect(await data.verify()).toBe('different');
  await other.drop();
});
