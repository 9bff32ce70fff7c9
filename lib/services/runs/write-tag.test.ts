import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { Assignment } from '@/lib/members/assignment';
import { newMember } from '@/lib/members/new-member';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { heldValues } from './held-values';
import type { Change } from './write-differences';
import { writeTag } from './write-tag';

const outputs = ['gold', 'silver'];
const began = new Date('2026-11-22T00:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(() =>
  collection(database.db, 'members')
    .deleteMany({})
    .then(() => undefined),
);

/** What each member carries of the tag `level`, and what it is due: 0 none, 1 gold, 2 silver. */
interface State {
  held: readonly (string | null)[];
  due: readonly number[];
}

async function store(held: State['held']): Promise<void> {
  const docs = held.map((value, ord) => ({
    ...newMember(`m${ord}`, ord, [], began),
    tags: ['other:x', ...(value === null ? [] : [`level:${value}`])],
  }));
  if (docs.length > 0) await collection(database.db, 'members').insertMany(docs);
}

async function write(
  due: State['due'],
  whenEmpty: 'clear' | 'keep' = 'clear',
  stopAt = Number.NaN,
): Promise<Change> {
  const assignment = new Assignment();
  for (const [ord, value] of due.entries()) assignment.set(ord, value);
  return writeTag(database.db, {
    key: 'level',
    run: 'run1',
    at: began,
    due: assignment,
    outputs,
    held: await heldValues(database.db, 'level', outputs),
    whenEmpty,
    onRange: async (cursor) => {
      if (cursor >= stopAt) throw new Error('killed');
      return {};
    },
  });
}

async function carried(): Promise<(string | null)[]> {
  const members = await collection(database.db, 'members').find().sort({ ord: 1 }).toArray();
  return members.map(({ tags }) => {
    expect(tags).toContain('other:x');
    const values = tags.filter((tag) => tag.startsWith('level:'));
    expect(values.length).toBeLessThanOrEqual(1);
    return values[0]?.slice('level:'.length) ?? null;
  });
}

const valueOfDue = (due: number) => outputs[due - 1] ?? null;

const state = fc
  .array(fc.tuple(fc.constantFrom(null, 'gold', 'silver', 'retired'), fc.constantFrom(0, 1, 2)), {
    maxLength: 40,
  })
  .map((rows): State => ({ held: rows.map(([held]) => held), due: rows.map(([, due]) => due) }));

describe('writing a tag', () => {
  test('leaves every member with what it is due, and says who came and went', async () => {
    await fc.assert(
      fc.asyncProperty(state, async ({ held, due }) => {
        await collection(database.db, 'members').deleteMany({});
        await store(held);
        const change = await write(due);
        const expected = due.map(valueOfDue);
        expect(await carried()).toEqual(expected);
        expect(change.size).toBe(expected.filter((value) => value !== null).length);
        expect(change.entered).toBe(expected.filter((value, i) => value !== null && held[i] === null).length);
        expect(change.left).toBe(expected.filter((value, i) => value === null && held[i] !== null).length);
      }),
      { numRuns: 40 },
    );
  });

  test('a second time changes nothing, not even when a member was updated', async () => {
    await store([null, 'gold', 'retired', 'silver']);
    await write([1, 2, 0, 2]);
    const before = await collection(database.db, 'members').find().sort({ ord: 1 }).toArray();
    const again = await write([1, 2, 0, 2]);
    expect(again).toMatchObject({ entered: 0, left: 0, changed: 0, size: 3 });
    expect(await collection(database.db, 'members').find().sort({ ord: 1 }).toArray()).toEqual(before);
  });

  test('keeps a value whose member is due none, when the definition says so', async () => {
    await store(['gold', 'retired', null]);
    const change = await write([0, 0, 1], 'keep');
    expect(await carried()).toEqual(['gold', 'retired', 'gold']);
    expect(change).toMatchObject({ size: 3, entered: 1, left: 0 });
    expect(Object.fromEntries(change.counts)).toEqual({ gold: 2, retired: 1 });
  });

  test('killed before its last range, it goes on where it was', async () => {
    const n = 10_003;
    await store(Array.from({ length: n }, () => null));
    const due = Array.from({ length: n }, (_, ord) => (ord % 3 === 0 ? 1 : 2));
    await expect(write(due, 'clear', 10_000)).rejects.toThrow('killed');
    const change = await write(due);
    expect(await carried()).toEqual(due.map(valueOfDue));
    expect(change.entered).toBe(3);
  });

  test('takes off a second value that should never have been there', async () => {
    await store(['gold']);
    await collection(database.db, 'members').updateOne({ _id: 'm0' }, { $push: { tags: 'level:silver' } });
    await write([2]);
    expect(await carried()).toEqual(['silver']);
  });

  test('says since when and by which run', async () => {
    await store([null]);
    await write([1]);
    const member = await collection(database.db, 'members').findOne({ _id: 'm0' });
    expect(member?.tagSince.level).toEqual({ at: began, run: 'run1' });
    expect(member?.updatedAt.getTime()).toBeGreaterThan(began.getTime());
  });
});
