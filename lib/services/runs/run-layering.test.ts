import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '@/lib/contracts/people';
import { arbitraryGraph } from '@/lib/counting/testing/arbitrary-graph';
import { demoAsOf, demoWorkspace } from '@/lib/counting/testing/demo-workspace';
import { collection } from '@/lib/db/collections';
import { answerCounts } from '@/lib/services/counts/answer-counts';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { editDefinition } from '@/lib/services/definitions/edit-definition';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { membersMoving, movementBetween } from '@/lib/services/movement/between-runs';
import { previewPublication } from '@/lib/services/versions/preview-publication';
import { publish } from '@/lib/services/versions/publish';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { draw, type Graph } from '@/rules-engine/index';
import { startRun } from './start-run';
import { runToEnd, workOn } from './testing/run-to-end';

const size = 260;
const asOf = new Date(demoAsOf).toISOString();
const anna = systemActor('anna');
let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await testDatabase();
  await demoWorkspace(db(), size);
});
afterAll(() => database.drop());

const orders = (n: number) => ({
  subject: { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } },
  operator: 'atLeast',
  value: n,
});

/** Three layers by how often somebody bought, and the others. */
function buyers(gold: number, silver: number, more: Record<string, unknown> = {}): Graph {
  const when = (n: number) => ({ type: 'condition', params: { mode: 'all', rows: [orders(n)] } });
  return draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      often: { ...when(gold), at: [1, 0] },
      some: { ...when(silver), at: [1, 1] },
      gold: { type: 'layer', params: { layer: 'gold', color: 0 }, at: [2, 0] },
      silver: { type: 'layer', params: { layer: 'silver', color: 1 }, at: [2, 1] },
      none: { type: 'fallbackLayer', params: { layer: 'none', color: 9, ...more }, at: [2, 2] },
    },
    ['all.out → often.in', 'all.out → some.in', 'often.matched → gold.in', 'some.matched → silver.in'],
  );
}

async function layering(graph: Graph, whenEmpty: 'clear' | 'keep' = 'clear'): Promise<string> {
  const { id } = await createDefinition(db(), anna, { kind: 'layering', label: { zh: '试', en: 'Try' } });
  await editDefinition(db(), anna, id, { whenEmpty });
  await published(id, graph);
  return id;
}

async function published(id: string, graph: Graph): Promise<void> {
  const { revision } = await findDefinition(db(), id);
  await saveDraft(db(), anna, id, { revision, graph });
  const saved = await publish(db(), anna, id, { revision: revision + 1 }, demoAsOf);
  expect(saved.ok).toBe(true);
}

/** The layer that each member holds, by `ord`. */
async function stored(id: string): Promise<(string | undefined)[]> {
  const { key } = await findDefinition(db(), id);
  const members = await collection(db(), 'members')
    .find({}, { sort: { ord: 1 } })
    .toArray();
  return members.map(({ layers }) => layers[key]?.layer);
}

const sizes = (layers: readonly (string | undefined)[]) => {
  const found: Record<string, number> = {};
  for (const layer of layers) found[layer ?? ''] = (found[layer ?? ''] ?? 0) + 1;
  return found;
};

test('whatever is drawn, every member is in exactly one layer: counts, run and members agree', () =>
  fc.assert(
    fc.asyncProperty(arbitraryGraph('layering'), async (graph) => {
      const { ports, total } = await answerCounts(db(), { graph, asOf });
      const counted = graph.nodes.flatMap(({ id, params }) => {
        const n = ports[`${id}.value`]?.n;
        return n === undefined ? [] : [[String(params.layer), n] as const];
      });
      expect(counted.map(([layer]) => layer).sort()).toEqual(['first', 'rest', 'second']);
      expect(counted.reduce((sum, [, n]) => sum + n, 0)).toBe(total);
      const id = await layering(graph);
      const run = await runToEnd(db(), id, demoAsOf);
      expect(Object.fromEntries(run.counts.map(({ value, n }) => [value, n]))).toEqual(
        Object.fromEntries(counted),
      );
      expect(run).toMatchObject({ size: total, entered: total, left: 0, moved: 0 });
      const found = sizes(await stored(id));
      expect(found).toEqual(Object.fromEntries(counted.filter(([, n]) => n > 0)));
    }),
    { numRuns: 12, endOnFailure: true },
  ));

describe('a run', () => {
  test('writes differences only, and a second one nothing', async () => {
    const id = await layering(buyers(4, 2));
    await runToEnd(db(), id, demoAsOf);
    const before = await collection(db(), 'members')
      .find({}, { sort: { ord: 1 } })
      .toArray();
    expect(await runToEnd(db(), id, demoAsOf)).toMatchObject({ entered: 0, left: 0, moved: 0, size });
    expect(
      await collection(db(), 'members')
        .find({}, { sort: { ord: 1 } })
        .toArray(),
    ).toEqual(before);
  });

  test('says who moved where, as the members themselves show', async () => {
    const id = await layering(buyers(4, 2));
    const first = await runToEnd(db(), id, demoAsOf);
    const before = await stored(id);
    await published(id, buyers(6, 3));
    const second = await runToEnd(db(), id, demoAsOf);
    const after = await stored(id);
    const { flows, from, to } = await movementBetween(db(), id, {});
    expect([from?.run, to.run]).toEqual([first.id, second.id]);
    for (const { from: was, to: is, n } of flows) {
      expect(before.filter((layer, i) => layer === was && after[i] === is).length).toBe(n);
      const page = { fromValue: was, toValue: is, after: -1, limit: 500 };
      const { total, members } = await membersMoving(db(), id, page);
      expect([total, members.length]).toEqual([n, n]);
      expect(members.every(({ ord }) => before[ord] === was && after[ord] === is)).toBe(true);
    }
    expect(flows.reduce((sum, { n }) => sum + n, 0)).toBe(size);
    expect(second.moved).toBe(before.filter((layer, i) => layer !== after[i]).length);
    const kept = await collection(db(), 'transitions').findOne({ _id: second.id });
    expect(kept).toMatchObject({ before: first.id, flows });
  });

  test('was foreseen when it was published', async () => {
    const id = await layering(buyers(4, 2));
    await runToEnd(db(), id, demoAsOf);
    const { revision } = await findDefinition(db(), id);
    await saveDraft(db(), anna, id, { revision, graph: buyers(5, 1) });
    const preview = await previewPublication(db(), id, demoAsOf);
    await publish(db(), anna, id, { revision: revision + 1 }, demoAsOf);
    await runToEnd(db(), id, demoAsOf);
    const { flows } = await movementBetween(db(), id, {});
    expect(preview.movement?.flows).toEqual(flows);
  });

  test('that is killed goes on: nothing twice, and compared with the run before it', async () => {
    const id = await layering(buyers(4, 2));
    const first = await runToEnd(db(), id, demoAsOf);
    const before = await stored(id);
    await published(id, buyers(6, 3));
    const run = await startRun(db(), anna, await findDefinition(db(), id), {
      asOf: demoAsOf,
      trigger: 'person',
    });
    await expect(
      workOn(db(), run.job, (held) => {
        if (held === 3) throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    await workOn(db(), run.job);
    const after = await stored(id);
    const moved = before.filter((layer, i) => layer !== after[i]).length;
    const finished = await collection(db(), 'runs').findOne({ _id: run._id });
    expect(finished).toMatchObject({ state: 'done', moved, entered: 0, left: 0, size });
    expect(await collection(db(), 'transitions').findOne({ _id: run._id })).toMatchObject({
      before: first.id,
    });
  });

  test('of which two are started: the second is told that one is under way', async () => {
    const id = await layering(buyers(4, 2));
    const definition = await findDefinition(db(), id);
    const started = await Promise.allSettled(
      [1, 2, 3].map(() => startRun(db(), anna, definition, { asOf: demoAsOf, trigger: 'person' })),
    );
    for (const result of started)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already-running' });
    const runs = await collection(db(), 'runs').find({ definition: id }).toArray();
    // Those that slipped past one another have one lock key: they run one after the other, and the later find nothing to do.
    for (const { job } of runs) {
      const queued = await collection(db(), 'jobs').findOne({ _id: job });
      expect(queued?.lockKey).toBe(`run:${id}`);
      await workOn(db(), job);
    }
    const [first, ...others] = await collection(db(), 'runs')
      .find({ definition: id }, { sort: { finishedAt: 1 } })
      .toArray();
    expect(first).toMatchObject({ state: 'done', entered: size });
    for (const other of others) expect(other).toMatchObject({ state: 'done', entered: 0, moved: 0, left: 0 });
    await expect(
      startRun(db(), anna, definition, { asOf: demoAsOf, trigger: 'person' }),
    ).resolves.toBeDefined();
  });

  test('sees members that came and went since', async () => {
    const id = await layering(buyers(4, 2));
    await runToEnd(db(), id, demoAsOf);
    const gone = await collection(db(), 'members').findOneAndDelete({ ord: size - 1 });
    if (!gone) throw new Error('Nobody was removed.');
    const run = await runToEnd(db(), id, demoAsOf);
    expect(run).toMatchObject({ size: size - 1, left: 1, entered: 0 });
    await collection(db(), 'members').insertOne({ ...gone, layers: {} });
    expect(await runToEnd(db(), id, demoAsOf)).toMatchObject({ size, left: 0, entered: 1 });
  });
});

describe('members whom no rule fits', () => {
  test('stay in their layer where the layering says so, and go to the fallback otherwise', async () => {
    for (const whenEmpty of ['keep', 'clear'] as const) {
      const id = await layering(buyers(2, 1), whenEmpty);
      await runToEnd(db(), id, demoAsOf);
      const before = await stored(id);
      await published(id, buyers(9, 8));
      const { ports } = await answerCounts(db(), { graph: buyers(9, 8), asOf, definition: id });
      const run = await runToEnd(db(), id, demoAsOf);
      const after = await stored(id);
      const dropped = before.flatMap((layer, i) => (layer !== 'none' && after[i] === 'none' ? [i] : []));
      if (whenEmpty === 'keep') expect(dropped).toEqual([]);
      else expect(dropped.length).toBeGreaterThan(0);
      // The badges of the editor foresee it.
      const counts = Object.fromEntries(run.counts.map(({ value, n }) => [value, n]));
      for (const layer of ['gold', 'silver', 'none']) expect(ports[`${layer}.value`]?.n).toBe(counts[layer]);
    }
  });

  test('leave a layer that isn’t there any more', async () => {
    const id = await layering(buyers(2, 1), 'keep');
    await runToEnd(db(), id, demoAsOf);
    await published(id, buyers(9, 8, { layer: 'nobody' }));
    await runToEnd(db(), id, demoAsOf);
    expect(sizes(await stored(id))).not.toHaveProperty('none');
  });
});

test('a layering without a fallback, with two, or with two layers of one name can’t be published', async () => {
  const drawn = buyers(4, 2);
  const without = { ...drawn, nodes: drawn.nodes.filter(({ id }) => id !== 'none') };
  const twice = {
    ...drawn,
    nodes: [...drawn.nodes, { ...drawn.nodes[5], id: 'other', params: { layer: 'x', color: 1 } }],
  };
  const named = {
    ...drawn,
    nodes: drawn.nodes.map((node) =>
      node.id === 'silver' ? { ...node, params: { layer: 'gold', color: 1 } } : node,
    ),
  };
  for (const [graph, code] of [
    [without, 'no-fallback'],
    [twice, 'duplicate-value'],
    [named, 'duplicate-value'],
  ] as const) {
    const { diagnostics } = await answerCounts(db(), { graph: graph as Graph, asOf });
    expect(diagnostics.map((one) => one.code)).toContain(code);
  }
});
