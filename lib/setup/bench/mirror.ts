import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { type CountsAnswer, countsAnswerSchema } from '@/lib/contracts/counts';
import { type MirrorStatus, mirrorStatusSchema } from '@/lib/contracts/mirror';
import { systemActor } from '@/lib/contracts/people';
import { rawDocuments } from '@/lib/counting/mirror/raw-documents';
import { collection } from '@/lib/db/collections';
import type { FieldDoc } from '@/lib/db/documents';
import { createApiKey } from '@/lib/services/api-keys/api-keys';
import { columnNeeds, countMembers, type Graph } from '@/rules-engine/index';
import { benchGraph } from './bench-graph';
import { editedGraph, portsOf } from './bench-rules';
import { type BenchServer, startBenchServer } from './bench-server';
import { percentile, withinLimit } from './limits';
import { megabytes } from './mirror-engine';
import { type Measure, perSecond, seconds, timed } from './report';
import { syntheticCatalogue } from './synthetic-members';

const warmRequests = 200;
const clients = 20;
const editsPerClient = 15;
const changes = 5;
const million = 1_000_000;

/** The product itself over HTTP: a production server with the counting thread, on the members of the bench. */
export async function mirrorMeasures(db: Db, members: number): Promise<Measure[]> {
  await describeFields(db);
  const label = 'bench';
  const { token } = await createApiKey(db, systemActor('bench'), { label, scopes: ['read:counts'] });
  const mongodb = await onePass(db);
  const server = await startBenchServer(db, token);
  try {
    const loaded = await warmUp(server);
    const scan = await timed(() => scanned(db));
    const warm = await measured(warmRequests, () => countsOf(server, benchGraph));
    const edited = await together(server, (client, edit) => editedGraph(18 + ((client * 7 + edit) % 45)));
    const visible = await measured(changes, (i) => changeSeen(db, server, i));
    const of = `${members.toLocaleString('en')} members`;
    const limit = (ms: number) => (members <= million ? ms : null);
    const p95 = percentile(warm, 0.95);
    const columnBytes = loaded.bytes - loaded.resultBytes;
    const tookMs = loaded.load?.tookMs ?? Number.NaN;
    return [
      withinLimit(`all ports warm over HTTP, one client, p95 of ${warmRequests}, ${of}`, p95, limit(30)),
      {
        name: `the same against MongoDB, ${of}`,
        ours: seconds(p95),
        theirs: `one pass ${seconds(mongodb)}`,
        ratio: mongodb / p95,
        promised: members >= million ? 50 : null,
      },
      withinLimit(
        `${clients} clients editing at once over HTTP, p95, ${of}`,
        percentile(edited, 0.95),
        limit(200),
      ),
      {
        name: `memory of ${loaded.columns.length} columns, ${of}`,
        ours: megabytes(columnBytes),
        theirs: members <= million ? 'limit 60.0 MB' : '–',
        ratio: members <= million ? 60e6 / columnBytes : null,
        promised: members <= million ? 1 : null,
      },
      {
        name: `load the columns, ${of}`,
        ours: `${seconds(tookMs)}, ${perSecond(members, tookMs)}`,
        theirs: `the same scan alone ${seconds(scan)}: the database's share is ${Math.round((scan / tookMs) * 100)} %`,
        ratio: null,
        promised: null,
      },
      withinLimit(
        `a change of a member visible in the count, the slowest of ${changes}, ${of}`,
        Math.max(...visible),
        2_000,
      ),
    ];
  } finally {
    await server.stop();
  }
}

/** The catalogue that the graph is compiled with. */
async function describeFields(db: Db): Promise<void> {
  const fields = Object.values(syntheticCatalogue.fields).map(
    ({ path, type, label, unit }): FieldDoc => ({
      _id: path,
      type,
      label,
      unit,
      options: [],
      personal: false,
      origin: 'discovered',
      updatedAt: new Date(),
    }),
  );
  await collection(db, 'fields').insertMany(fields);
}

/** MongoDB's one pass for all ports, the median of three. */
async function onePass(db: Db): Promise<number> {
  const stages = countMembers(portsOf(benchGraph));
  const took = await measured(3, () => collection(db, 'members').aggregate(stages).toArray());
  return percentile(took, 0.5);
}

async function measured(times: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) took.push(await timed(() => work(i)));
  return took;
}

async function countsOf(server: BenchServer, graph: Graph): Promise<CountsAnswer> {
  return countsAnswerSchema.parse(await server.post('/api/counts', { graph }));
}

/**
 * Asks once, which makes the columns be loaded, and waits until they count; gives the state of the mirror then. After that as
 * many requests as a server has had that has been up for a minute.
 */
async function warmUp(server: BenchServer): Promise<MirrorStatus> {
  await countsOf(server, benchGraph);
  const state = async () => mirrorStatusSchema.parse(await server.get('/api/mirror'));
  let status = await state();
  for (; status.state !== 'ready'; status = await state()) await sleep(100);
  await together(server, () => benchGraph);
  return status;
}

/** So many clients at once, each of whom asks again when it has its answer. */
async function together(
  server: BenchServer,
  graph: (client: number, edit: number) => Graph,
): Promise<number[]> {
  const each = (client: number) => measured(editsPerClient, (edit) => countsOf(server, graph(client, edit)));
  return (await Promise.all(Array.from({ length: clients }, (_, client) => each(client)))).flat();
}

/** What loading asks of the database, without doing anything with it. */
async function scanned(db: Db): Promise<void> {
  const paths = [
    'ord',
    'updatedAt',
    ...[...columnNeeds(portsOf(benchGraph)).fields.values()].map(({ path }) => path),
  ];
  for await (const _ of rawDocuments(db, 'members', {}, paths, new AbortController().signal));
}

/** Takes a member out of a port and waits until its number says so. */
async function changeSeen(db: Db, server: BenchServer, ord: number): Promise<void> {
  const { ports } = await countsOf(server, benchGraph);
  const before = ports['women.matched']?.n;
  const { matchedCount } = await collection(db, 'members').updateOne(
    { 'attrs.gender': 'F', 'attrs.inGroup': true, 'attrs.city': '广州', ord: { $gte: ord * 100 } },
    { $set: { 'attrs.gender': 'M', updatedAt: new Date() } },
  );
  if (matchedCount === 0) throw new Error('There is no member to change.');
  while ((await countsOf(server, benchGraph)).ports['women.matched']?.n === before) await sleep(5);
}
