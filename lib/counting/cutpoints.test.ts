import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { answerCounts } from '@/lib/services/counts/answer-counts';
import { answerCutpoints } from '@/lib/services/counts/answer-cutpoints';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { draw, withParam } from '@/rules-engine/index';
import { demoAsOf, demoWorkspace } from './testing/demo-workspace';

const size = 200;
const asOf = new Date(demoAsOf).toISOString();
const followers = { kind: 'field', path: 'attrs.followers' };
let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await testDatabase();
  await demoWorkspace(db(), size);
});
afterAll(() => database.drop());

const grouped = (groups: number, cuts: number[] | null) =>
  draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      q: { type: 'quantiles', params: { subject: followers, groups, cuts }, at: [1, 0] },
      out: { type: 'segmentOutput', at: [2, 0] },
    },
    ['all.out → q.in', 'q.q1 → out.in'],
  );

async function cutOf(groups: number) {
  const { cuts } = await answerCutpoints(db(), { graph: grouped(groups, null), asOf });
  const [cut] = cuts;
  if (!cut) throw new Error('Nothing was asked for.');
  return cut;
}

/** Gives every member a number of followers; undefined for none. */
async function give(values: readonly (number | undefined)[]): Promise<void> {
  const updatedAt = new Date();
  await collection(db(), 'members').bulkWrite(
    Array.from({ length: size }, (_, ord) => {
      const given = values[ord];
      return {
        updateOne: {
          filter: { ord },
          update:
            given === undefined
              ? { $unset: { 'attrs.followers': '' }, $set: { updatedAt } }
              : { $set: { 'attrs.followers': given, updatedAt } },
        },
      };
    }),
  );
}

test('cuts part the members into groups as even as ties allow; equal values go up', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.integer({ min: -5, max: 40 }), { nil: undefined }), {
        minLength: size,
        maxLength: size,
      }),
      fc.integer({ min: 2, max: 6 }),
      async (values, groups) => {
        await give(values);
        const answer = await cutOf(groups);
        const present = values.filter((value) => value !== undefined).sort((a, b) => a - b);
        const { length } = present;
        expect(answer).toMatchObject({
          of: size,
          present: length,
          min: present[0] ?? null,
          max: present.at(-1) ?? null,
        });
        if (length === 0) return expect(answer).toMatchObject({ values: null, problem: 'empty' });
        expect(answer.problem).toBe(new Set(present).size === 1 ? 'constant' : null);
        const middle =
          ((present[Math.floor((length - 1) / 2)] ?? 0) + (present[Math.floor(length / 2)] ?? 0)) / 2;
        expect(answer.median).toBe(middle);
        expect(answer.mean).toBeCloseTo(present.reduce((sum, value) => sum + value, 0) / length, 9);
        const cuts = answer.values ?? [];
        for (const [i, cut] of cuts.entries()) {
          const share = length * ((i + 1) / groups);
          expect(present).toContain(cut);
          expect(present.filter((value) => value < cut).length).toBeLessThanOrEqual(share + 1e-9);
          expect(present.filter((value) => value <= cut).length).toBeGreaterThan(share - 1);
        }
        const { ports } = await answerCounts(db(), { graph: grouped(groups, cuts), asOf });
        const parts = Array.from({ length: groups }, (_, i) => ports[`q.q${i + 1}`]?.n ?? 0);
        expect(parts.reduce((sum, n) => sum + n, 0) + (ports['q.empty']?.n ?? 0)).toBe(size);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  ));

test('without ties the groups differ by one member at most', async () => {
  await give(Array.from({ length: size }, (_, i) => (i * 7919) % 10_007));
  const { values: cuts } = await cutOf(3);
  const { ports } = await answerCounts(db(), { graph: grouped(3, cuts), asOf });
  expect([1, 2, 3].map((i) => ports[`q.q${i}`]?.n)).toEqual([66, 67, 67]);
});

test('what has no number is a diagnostic of the node that asks', async () => {
  const birthday = { kind: 'field', path: 'attrs.birthday' };
  const graph = withParam(grouped(2, null), 'q', 'subject', birthday);
  const { cuts, diagnostics } = await answerCutpoints(db(), { graph, asOf });
  expect(cuts).toEqual([]);
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ node: 'q', param: 'subject', code: 'operator-does-not-fit' }),
  );
});
