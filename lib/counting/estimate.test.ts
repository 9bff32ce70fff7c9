import { afterAll, beforeAll, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { newMember } from '@/lib/members/new-member';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { rule, value } from '@/rules-engine/index';
import { estimated } from './estimate';
import { MongoCounter } from './mongo-counter';

const members = 6_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
  const docs = Array.from({ length: members }, (_, ord) => newMember(`m${ord}`, ord, [], new Date()));
  await collection(database.db, 'members').insertMany(docs);
});
afterAll(() => database.drop());

test('an estimate comes with its error, and the exact number follows', async () => {
  const counter = new MongoCounter(database.db);
  const third = rule.compare('lt', value.field('bucket', 'number'), value.number(3_333));
  const questions = new Map([
    ['third', third],
    ['all', rule.always],
  ]);
  const guessed = await counter.count(questions, { estimate: true });
  const exact = await counter.count(questions);
  const [guess, truth] = [guessed.counts.get('third'), exact.counts.get('third')];
  expect(truth?.error).toBeNull();
  expect(guess?.error).toBeGreaterThan(0);
  expect(Math.abs((guess?.n ?? 0) - (truth?.n ?? 0))).toBeLessThan(3 * (guess?.error ?? 0));
  // How many there are in all is no guess, and what is known exactly isn't guessed again.
  expect(guessed.counts.get('all')).toEqual({ n: members, error: null });
  expect((await counter.count(questions, { estimate: true })).counts).toEqual(exact.counts);
});

test('the truth lies within the error in about 95 of 100 samples, also for rare things', () => {
  const random = seeded();
  for (const share of [0.003, 0.02, 0.3, 0.5, 0.97]) {
    const truth = 100_000 * share;
    let hits = 0;
    for (let i = 0; i < 400; i += 1) {
      let found = 0;
      for (let j = 0; j < 2_000; j += 1) if (random() < share) found += 1;
      const { n, error } = estimated(found, 2_000, 100_000);
      if (Math.abs(n - truth) <= (error ?? 0)) hits += 1;
    }
    expect(hits / 400).toBeGreaterThan(0.92);
  }
});

test('a sample of everybody is exact', () => {
  expect(estimated(7, 50, 50)).toEqual({ n: 7, error: null });
});

function seeded(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
