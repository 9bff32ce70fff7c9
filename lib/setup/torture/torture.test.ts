import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobKindText } from '@/lib/contracts/jobs';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { type Disturbance, Rack, type Undisturbed } from './rack';
import { type Scenario, scenarios } from './scenarios';
import { seededRandom } from './seeded-random';

const seed = Number(process.env.TAGLOOM_TORTURE_SEED ?? randomInt(2 ** 31));
const random = seededRandom(String(seed));
const ends = new Map<string, Undisturbed>();
/** Only so that it ends some day: what is waited for are jobs. */
const limitMs = 900_000;
let database: TestDatabase;
let rack: Rack;

beforeAll(async () => {
  database = await testDatabase();
  rack = await Rack.open(database.db, database.uri);
});
afterAll(async () => {
  await rack.close();
  await database.drop();
});

/**
 * The short round; the long one, of every kind and many times, is `npm run torture`. Not near the last of the writes: what a
 * worker does from time to time may be among them, and then there are fewer the next time.
 */
const short: [string, Disturbance['how'], (writes: number) => Pick<Disturbance, 'at' | 'isKept'>][] = [
  // The fifth write is one of members, whichever of them comes first.
  ['tag', 'stop', () => ({ at: 5, isKept: true })],
  ['tag', 'kill', () => ({ at: 6, isKept: true })],
  [
    'few members',
    'kill',
    (writes) => ({ at: 1 + Math.floor((random() * writes) / 2), isKept: random() < 0.5 }),
  ],
  // It takes its export, and says in the end which file counts.
  ['export', 'stop', () => ({ at: random() < 0.5 ? 1 : 2, isKept: random() < 0.5 })],
];

test.each(short)(
  'a worker that is lost in %s by a %s changes nothing of the end',
  async (name, how, where) => {
    const expected = ends.get(name) ?? (await rack.undisturbed(name));
    ends.set(name, expected);
    const disturbance = { how, ...where(expected.writes) };
    const { differences, isHit } = await rack.disturbed(name, expected, disturbance);
    expect(differences, `TAGLOOM_TORTURE_SEED=${seed}, ${JSON.stringify(disturbance)}`).toEqual([]);
    expect(isHit).toBe(true);
  },
  limitMs,
);

/** One scenario of each kind, the shortest. */
const length = ({ before = [], next }: Scenario) => before.length + (next ? 1 : 0);
const longestFirst = Object.entries(scenarios).sort(([, a], [, b]) => length(b) - length(a));
const eachKind = new Map(longestFirst.map(([name, { kind }]) => [kind, name]));

test.each([...eachKind.values()])(
  '%s: a job that was called off before anybody took it, and asked for again, ends as if nothing had been',
  async (name) => {
    const expected = ends.get(name) ?? (await rack.undisturbed(name));
    ends.set(name, expected);
    expect(await rack.calledOff(name, expected, 0)).toEqual({ differences: [], isHit: true });
  },
  limitMs,
);

test('every kind of job has its scenario', () => {
  const kinds = new Set(Object.values(scenarios).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(Object.keys(jobKindText).sort());
});
