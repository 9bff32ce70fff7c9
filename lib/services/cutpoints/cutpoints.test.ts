import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemActor } from '@/lib/contracts/people';
import { demoAsOf, demoWorkspace } from '@/lib/counting/testing/demo-workspace';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { cancelJob, jobById, retryJob } from '@/lib/jobs/control';
import { nextFence } from '@/lib/jobs/next-fence';
import { testFence } from '@/lib/jobs/testing/fence';
import { startWorker } from '@/lib/jobs/worker';
import { jobHandlers } from '@/lib/server/job-handlers';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import {
  draw,
  firstChoices,
  type Graph,
  localDay,
  type RfmChoices,
  rfmGraph,
  scoreCuts,
  withCut,
} from '@/rules-engine/index';
import { findSet, listSets } from './cutpoint-dto';
import { cutpointsJob } from './cutpoints-job';
import { startCutpoints } from './start-cutpoints';

const size = 160;
const timeZone = 'Asia/Shanghai';
const anna = { ...systemActor('anna'), role: 'admin' as const };
const followers = { kind: 'field', path: 'attrs.followers' };
const choices: RfmChoices = {
  ...firstChoices('order', 'props.amount'),
  cuts: {
    recency: { by: 'median', value: null, ties: 'worse' },
    frequency: { by: 'mean', value: null, ties: 'worse' },
    monetary: { by: 'quantile', share: 0.8, value: null, ties: 'worse' },
  },
};
let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
  await demoWorkspace(database.db, size);
});
afterAll(() => database.drop());

let definition = '';
let stop = new AbortController();
let worker: Promise<void> | null = null;
beforeEach(async () => {
  const label = { zh: '试', en: 'Try' };
  definition = (await createDefinition(db(), anna, { kind: 'layering', label })).id;
});
afterEach(async () => {
  stop.abort();
  await worker;
  [stop, worker] = [new AbortController(), null];
  await collection(db(), 'jobs').deleteMany({});
});

const start = (graph: Graph, node?: string) =>
  startCutpoints(db(), anna, definition, { graph, node }, demoAsOf);
const work = () => {
  worker = startWorker(db(), { handlers: jobHandlers, signal: stop.signal, concurrency: 2 });
};

/** The set once it is in a state. */
async function until(number: number, state: string) {
  await vi.waitFor(async () => expect((await findSet(db(), definition, number)).state).toBe(state), {
    timeout: 60_000,
    interval: 100,
  });
  return findSet(db(), definition, number);
}

async function computed(graph: Graph, node?: string) {
  const number = await start(graph, node);
  work();
  return until(number, 'done');
}

/** Gives every member the field, by `ord`; undefined for none. */
async function give(numberOf: (ord: number) => number | undefined): Promise<void> {
  for (let ord = 0; ord < size; ord += 1) {
    const value = numberOf(ord);
    await collection(db(), 'members').updateOne(
      { ord },
      value === undefined
        ? { $unset: { 'attrs.followers': '' }, $set: { updatedAt: new Date() } }
        : { $set: { 'attrs.followers': value, updatedAt: new Date() } },
    );
  }
}

const quantiles = (groups: number, cuts: number[] | null = null) => ({
  type: 'quantiles',
  params: { subject: followers, groups, cuts },
});
const oneNode = draw(
  'layering',
  { all: { type: 'allMembers', at: [0, 0] }, q: { ...quantiles(2), at: [1, 0] } },
  ['all.out → q.in'],
);

const daysAgo = (at: Date) => localDay(demoAsOf, timeZone) - localDay(at.getTime(), timeZone);

/** Days, orders and amount of each member with orders in the last year, from the events themselves. */
async function buyers() {
  const orders = await collection(db(), 'events').find({ type: 'order' }).toArray();
  const byMember = new Map<string, { last: number; count: number; sum: number }>();
  for (const { memberId, at, props } of orders) {
    if (daysAgo(at) > 365 || at.getTime() > demoAsOf) continue;
    const { last, count, sum } = byMember.get(memberId) ?? { last: 0, count: 0, sum: 0 };
    const amount = typeof props.amount === 'number' ? props.amount : 0;
    byMember.set(memberId, { last: Math.max(last, at.getTime()), count: count + 1, sum: sum + amount });
  }
  const found = [...byMember.values()];
  const sorted = (values: number[]) => values.sort((a, b) => a - b);
  return {
    days: sorted(found.map(({ last }) => daysAgo(new Date(last)))),
    counts: sorted(found.map(({ count }) => count)),
    sums: sorted(found.map(({ sum }) => sum)),
  };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const medianOf = (values: readonly number[]) => {
  const { length } = values;
  return ((values[Math.floor((length - 1) / 2)] ?? 0) + (values[Math.floor(length / 2)] ?? 0)) / 2;
};
const at = (values: readonly number[], share: number) => values[Math.floor(share * values.length + 1e-9)];

describe('what the job computes', () => {
  test('mean, median and quantile of R, F and M are those of the sorted values', async () => {
    const { days, counts, sums } = await buyers();
    const set = await computed(rfmGraph(choices, 'zh'));
    expect(set).toMatchObject({ number: 1, node: null, by: 'system:anna', error: null });
    const [recency, frequency, monetary] = set.cuts;
    expect(recency).toMatchObject({ param: 'recency.value', values: [medianOf(days)], before: null });
    expect(frequency).toMatchObject({ param: 'frequency.value', present: counts.length });
    expect(frequency?.values?.[0]).toBeCloseTo(meanOf(counts), 9);
    expect(monetary).toMatchObject({ param: 'monetary.value', values: [at(sums, 0.8)], money: true });
    expect(monetary?.min).toBe(sums[0]);
    expect(monetary?.max).toBe(sums.at(-1));
    expect(new Date(set.asOf).getTime()).toBe(demoAsOf);
  });

  test('fifths for scores are among those with orders only', async () => {
    const { days, counts, sums } = await buyers();
    const graph = rfmGraph({ ...choices, mode: 'scores' }, 'en');
    const set = await computed(graph);
    const fifths = (values: readonly number[]) => [0.2, 0.4, 0.6, 0.8].map((share) => at(values, share));
    expect(set.cuts.map(({ of, present }) => [of, present])).toEqual(
      [0, 1, 2].map(() => [counts.length, counts.length]),
    );
    expect(scoreCuts(set.cuts.reduce(withCut, graph))).toEqual({
      recency: fifths(days),
      frequency: fifths(counts),
      monetary: fifths(sums),
    });
  });

  test('of what nobody has: no value, and why', async () => {
    await give(() => undefined);
    const { cuts } = await computed(oneNode);
    expect(cuts).toMatchObject([{ of: size, present: 0, values: null, mean: null, problem: 'empty' }]);
  });

  test('of what all have alike: the value, and that nothing is cut by it', async () => {
    await give(() => 7);
    const { cuts } = await computed(oneNode);
    expect(cuts).toMatchObject([{ present: size, values: [7], min: 7, max: 7, problem: 'constant' }]);
  });

  test('behind another cut: among the members of the one that was just computed', async () => {
    await give((ord) => ord);
    const graph = draw(
      'layering',
      {
        all: { type: 'allMembers', at: [0, 0] },
        first: { ...quantiles(2, [5]), at: [1, 0] },
        second: { ...quantiles(4), at: [2, 0] },
      },
      ['all.out → first.in', 'first.q2 → second.in'],
    );
    const { cuts } = await computed(graph);
    const half = size / 2;
    expect(cuts).toMatchObject([
      { node: 'first', before: [5], values: [half], of: size },
      { node: 'second', before: null, of: half, values: [1, 2, 3].map((i) => half + (half * i) / 4) },
    ]);
    const [only] = (await computed(graph, 'second')).cuts;
    expect(only).toMatchObject({ node: 'second', of: size - 5 });
  });
});

describe('the job', () => {
  test('two at once get two numbers, and both are kept', async () => {
    await give((ord) => ord);
    const numbers = await Promise.all([start(oneNode), start(oneNode)]);
    expect(numbers.toSorted()).toEqual([1, 2]);
    work();
    for (const number of numbers) await until(number, 'done');
    expect((await listSets(db(), definition)).map(({ number, state }) => [number, state])).toEqual([
      [2, 'done'],
      [1, 'done'],
    ]);
  });

  test('cancelled it keeps nothing, and queued again it comes to its end', async () => {
    await give((ord) => ord);
    const number = await start(oneNode);
    const { job } = await findSet(db(), definition, number);
    await cancelJob(db(), anna, job);
    work();
    expect(await until(number, 'cancelled')).toMatchObject({ cuts: [] });
    await vi.waitFor(async () => expect((await jobById(db(), job)).state).toBe('cancelled'));
    await retryJob(db(), anna, jobHandlers, job);
    expect((await until(number, 'done')).cuts).toHaveLength(1);
  });

  test('killed between two cuts it has written nothing, and begins anew', async () => {
    const graph = rfmGraph(choices, 'zh');
    const number = await start(graph);
    const { job } = await findSet(db(), definition, number);
    const queued = await jobById(db(), job);
    let held = 0;
    const run = cutpointsJob.run({
      db: db(),
      params: queued.params,
      job: queued,
      signal: new AbortController().signal,
      progress: () => undefined,
      fenced: testFence(await nextFence(db()), () => {
        held += 1;
        if (held === 2) throw new Error('killed');
      }),
    });
    await expect(run).rejects.toThrow('killed');
    expect(await findSet(db(), definition, number)).toMatchObject({ state: 'running', cuts: [] });
    work();
    expect((await until(number, 'done')).cuts).toHaveLength(3);
  });

  test('is of the drawing that it was started with: the draft stays as it was', async () => {
    await give((ord) => ord);
    const before = await collection(db(), 'definitions').findOne({ _id: definition });
    await computed(oneNode);
    const after = await collection(db(), 'definitions').findOne({ _id: definition });
    expect(after?.draft).toEqual(before?.draft);
    expect(after?.revision).toBe(before?.revision);
  });
});

test('a definition can be made with a drawing of its own, of its kind', async () => {
  const graph = rfmGraph(choices, 'zh');
  const label = { zh: 'RFM 分层', en: 'RFM layers' };
  const made = await createDefinition(db(), anna, { kind: 'layering', label, graph });
  expect(made).toMatchObject({ graph, key: 'rfm_fen_ceng', state: 'draft' });
  await expect(createDefinition(db(), anna, { kind: 'tag', label, graph })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});
