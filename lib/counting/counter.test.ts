import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { type Predicate, rule, value } from '@/rules-engine/index';
import { countAll } from './count-pass';
import { MongoCounter } from './mongo-counter';
import { demoAsOf, demoWorkspace } from './testing/demo-workspace';

const size = 400;
let database: TestDatabase;
let watched: MongoClient;
/** Passes that were asked for: aggregations that end in the counts of predicates. */
let passes = 0;

beforeAll(async () => {
  database = await testDatabase();
  await demoWorkspace(database.db, size);
  watched = await MongoClient.connect(database.uri, { monitorCommands: true });
  watched.on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'aggregate' && JSON.stringify(command.pipeline).includes('"n0"')) passes += 1;
  });
});
afterAll(async () => {
  await watched.close();
  await database.drop();
});
beforeEach(() => {
  passes = 0;
});

const db = () => watched.db(database.db.databaseName);

const orders = (eventType = 'order') =>
  value.aggregate({
    fn: 'count',
    eventType,
    of: null,
    from: null,
    to: demoAsOf,
    where: rule.always,
    timeZone: 'Asia/Shanghai',
  });
const atLeast = (n: number, of = orders()) => rule.compare('gte', of, value.number(n));
const asked = (...predicates: Predicate[]) =>
  new Map(predicates.map((predicate, i): [string, Predicate] => [String(i), predicate]));

describe('what is counted', () => {
  test('is counted once for all who ask at the same time', async () => {
    const counter = new MongoCounter(db());
    const answers = await Promise.all([1, 2, 3].map(() => counter.count(asked(atLeast(1), atLeast(2)))));
    expect(passes).toBe(1);
    for (const { counts } of answers) expect(counts).toEqual(answers[0]?.counts);
  });

  test('is known until the data changes, and then counted anew', async () => {
    const counter = new MongoCounter(db());
    const before = await counter.count(asked(atLeast(1)));
    const again = await counter.count(asked(atLeast(1), rule.always));
    expect(again.counts.get('0')).toEqual(before.counts.get('0'));
    expect(passes).toBe(1);
    // Only what isn't known is asked for.
    await counter.count(asked(atLeast(1), atLeast(3)));
    expect(passes).toBe(2);

    const never = await collection(db(), 'members').findOne({ _id: { $nin: await buyers() } });
    const event = { memberId: never?._id ?? '', type: 'order', at: new Date(demoAsOf - 1), props: {} };
    await collection(db(), 'events').insertOne({
      ...event,
      _id: 'added',
      source: 'test',
      dedupeKey: 'added',
    });
    const after = await counter.count(asked(atLeast(1)));
    expect(passes).toBe(3);
    expect(after.counts.get('0')?.n).toBe((before.counts.get('0')?.n ?? 0) + 1);
  });

  test('sees a member that was changed', async () => {
    const counter = new MongoCounter(db());
    const gone = rule.compare('eq', value.field('attrs.city', 'text'), value.text('Atlantis'));
    expect((await counter.count(asked(gone))).counts.get('0')).toEqual({ n: 0, error: null });
    const updatedAt = new Date();
    await collection(db(), 'members').updateOne(
      { ord: 5 },
      { $set: { 'attrs.city': 'Atlantis', updatedAt } },
    );
    const { counts, watermark } = await counter.count(asked(gone));
    expect(counts.get('0')).toEqual({ n: 1, error: null });
    expect(watermark).toEqual(updatedAt);
  });
});

describe('slices', () => {
  test('add up to the whole, however many', async () => {
    const predicates = [rule.always, atLeast(2), rule.not(atLeast(1, orders('visit')))];
    const options = () => ({ deadline: performance.now() + 60_000 });
    const whole = await countAll(db(), predicates, size, options());
    expect(passes).toBe(1);
    // As if there were so many members: then there are as many slices.
    expect(await countAll(db(), predicates, 140_000, options())).toEqual(whole);
    expect(passes).toBe(8);
  });
});

describe('who gives up', () => {
  test('leaves at once, and the others still get their answer', async () => {
    const counter = new MongoCounter(db());
    const leaving = new AbortController();
    const [left, stayed] = [
      counter.count(asked(atLeast(4)), { signal: leaving.signal }),
      counter.count(asked(atLeast(4))),
    ];
    const gone = expect(left).rejects.toThrow('superseded');
    leaving.abort(new Error('superseded'));
    await gone;
    expect((await stayed).counts.get('0')?.n).toBeGreaterThan(0);
    expect(passes).toBe(1);
  });

  test('stops the work itself when nobody is left: no further slice begins', async () => {
    const leaving = new AbortController();
    const options = { signal: leaving.signal, deadline: performance.now() + 60_000 };
    const counting = countAll(db(), [rule.always, atLeast(5)], 2_000_000, options);
    const gone = expect(counting).rejects.toThrow('superseded');
    await until(() => passes >= 3);
    leaving.abort(new Error('superseded'));
    await gone;
    const begun = passes;
    expect(begun).toBeLessThan(20);
    await until(async () => (await runningQueries()) === 0);
    expect(passes).toBe(begun);
  });

  test('does not hold up those who come after', async () => {
    const counter = new MongoCounter(db());
    const leaving = new AbortController();
    const superseded = [6, 7, 8, 9, 10, 11].map((n) =>
      counter.count(asked(atLeast(n)), { signal: leaving.signal }).catch(() => 'gone'),
    );
    leaving.abort();
    expect(await Promise.all(superseded)).toEqual(superseded.map(() => 'gone'));
    expect((await counter.count(asked(atLeast(12)))).total).toBe(size);
  });
});

test('a limit of time is kept, and said', async () => {
  const counter = new MongoCounter(db());
  const counting = counter.count(asked(atLeast(13)), { limitMs: 0 });
  await expect(counting).rejects.toMatchObject({ code: 'too-slow' });
});

function buyers(): Promise<string[]> {
  return collection(db(), 'events').distinct('memberId', { type: 'order' });
}

/** Queries on the members of this database that the server is working on. */
async function runningQueries(): Promise<number> {
  const { inprog } = await db().admin().command({ currentOp: 1 });
  const ours = `${database.db.databaseName}.members`;
  return inprog.filter((op: { active?: boolean; ns?: string }) => op.active && op.ns === ours).length;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it never came to be');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
