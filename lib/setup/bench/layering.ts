import { type Db, ObjectId } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventDoc, RunDoc } from '@/lib/db/documents';
import { testFence } from '@/lib/jobs/testing/fence';
import type { Outcome } from '@/lib/services/runs/computation';
import { runLayering } from '@/lib/services/runs/run-layering';
import { type CompiledOutput, compileGraph, draw, type Graph, rfmCells } from '@/rules-engine/index';
import { type Measure, perSecond, seconds, timed } from './report';
import { syntheticCatalogue, syntheticId } from './synthetic-members';

const asOf = Date.UTC(2026, 0, 1);
const day = 86_400_000;
const eventsEach = 3;
const batch = 5_000;

/** Puts every member into a layer, against one raw updateMany that sets one field on all of them. */
export async function layeringMeasures(db: Db, members: number): Promise<Measure[]> {
  await insertOrders(db, members);
  const raw = await timed(() => collection(db, 'members').updateMany({}, { $set: { 'attrs.raw': 1 } }));
  const name = members.toLocaleString('en');
  const measured: Measure[] = [];
  for (const [key, what, graph] of [
    ['spending', `layer ${name} members by what they are`, bySpending],
    ['rfm', `layer them by RFM over ${(members * eventsEach).toLocaleString('en')} events`, byRfm],
  ] as const) {
    const outputs = compiledOutputs(graph);
    const ours = await timed(() => layer(db, key, outputs));
    measured.push({
      name: what,
      ours: `${seconds(ours)}, ${perSecond(members, ours)}`,
      theirs: `raw updateMany of one field ${seconds(raw)}`,
      ratio: raw / ours,
      promised: 1 / 3,
    });
  }
  const before = new Date();
  const rerun = await timed(() => layer(db, 'rfm', compiledOutputs(byRfm)));
  const touched = await collection(db, 'members').countDocuments({ updatedAt: { $gte: before } });
  if (touched > 0) throw new Error('A rerun of a layering wrote something.');
  measured.push({
    name: 'layer them by RFM again: nothing written',
    ours: seconds(rerun),
    theirs: '–',
    ratio: null,
    promised: null,
  });
  return measured;
}

async function layer(db: Db, key: string, outputs: readonly CompiledOutput[]): Promise<Outcome> {
  const fenced = testFence();
  const run: RunDoc = {
    _id: new ObjectId().toHexString(),
    definition: key,
    version: 1,
    asOf: new Date(asOf),
    state: 'running',
    trigger: 'cli',
    by: 'bench',
    counts: [],
    size: 0,
    entered: 0,
    left: 0,
    error: null,
    startedAt: new Date(),
    finishedAt: null,
    job: 'bench',
    fence: fenced.fence,
  };
  await collection(db, 'runs').insertOne(run);
  return runLayering({
    db,
    outputs,
    definition: { _id: key, kind: 'layering', key, label: { zh: key, en: key }, whenEmpty: 'clear' },
    run,
    signal: new AbortController().signal,
    progress: () => undefined,
    fenced,
  });
}

function compiledOutputs(graph: Graph): readonly CompiledOutput[] {
  const { outputs, diagnostics } = compileGraph(graph, {
    catalogue: syntheticCatalogue,
    timeZone: 'Asia/Shanghai',
    asOf,
    bounds: new Map(),
  });
  if (outputs.length === 0) throw new Error(`The layering of the bench: ${diagnostics[0]?.message.en}`);
  return outputs;
}

/** Three orders a member in the year before, of amounts that differ. */
async function insertOrders(db: Db, members: number): Promise<void> {
  const total = members * eventsEach;
  for (let start = 0; start < total; start += batch) {
    const docs = Array.from({ length: Math.min(batch, total - start) }, (_, i): EventDoc => {
      const n = start + i;
      const mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0;
      const id = `bench${n}`;
      return {
        _id: id,
        memberId: syntheticId(Math.floor(n / eventsEach)),
        type: 'order',
        at: new Date(asOf - (mixed % 365) * day),
        props: { amount: mixed % 60_000 },
        source: 'bench',
        dedupeKey: id,
      };
    });
    await collection(db, 'events').insertMany(docs, { ordered: false });
  }
}

const row = (path: string, operator: string, value: unknown) => ({
  subject: { kind: 'field', path },
  operator,
  value,
});
const when = (...rows: unknown[]) => ({ type: 'condition', params: { mode: 'all', rows } });
const layerNode = (key: string, color: number) => ({ type: 'layer', params: { layer: key, color } });
const others = { type: 'fallbackLayer', params: { layer: 'others', color: 9 } };

const bySpending = draw(
  'layering',
  {
    all: { type: 'allMembers', at: [0, 0] },
    rich: {
      ...when(row('attrs.spent', 'atLeast', 200_000), row('attrs.points', 'atLeast', 2_000)),
      at: [1, 0],
    },
    often: { ...when(row('metrics.orders_90d', 'atLeast', 5)), at: [1, 1] },
    grouped: {
      ...when({ subject: { kind: 'field', path: 'attrs.inGroup' }, operator: 'isTrue' }),
      at: [1, 2],
    },
    interested: { ...when(row('attrs.interests', 'hasAny', ['香水', '母婴'])), at: [1, 3] },
    first: { ...layerNode('first', 0), at: [2, 0] },
    second: { ...layerNode('second', 1), at: [2, 1] },
    third: { ...layerNode('third', 2), at: [2, 2] },
    fourth: { ...layerNode('fourth', 3), at: [2, 3] },
    others: { ...others, at: [2, 4] },
  },
  [
    'all.out → rich.in',
    'all.out → often.in',
    'all.out → grouped.in',
    'all.out → interested.in',
    'rich.matched → first.in',
    'often.matched → second.in',
    'grouped.matched → third.in',
    'interested.matched → fourth.in',
  ],
);

const cut = (value: number) => ({ by: 'number', value, ties: 'better' });

const byRfm = draw(
  'layering',
  {
    all: { type: 'allMembers', at: [0, 0] },
    rfm: {
      type: 'rfm',
      params: {
        subject: {
          kind: 'event',
          eventType: 'order',
          fn: 'sum',
          property: 'props.amount',
          window: { kind: 'last', n: 365, unit: 'days' },
        },
        recency: cut(60),
        frequency: cut(3),
        monetary: cut(90_000),
      },
      at: [1, 0],
    },
    ...Object.fromEntries(
      rfmCells.map(({ id }, i) => [`l_${id}`, { ...layerNode(id, i), at: [2, i] as const }]),
    ),
    others: { ...others, at: [2, 8] },
  },
  ['all.out → rfm.in', ...rfmCells.map(({ id }) => `rfm.${id} → l_${id}.in`)],
);
