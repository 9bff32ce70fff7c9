import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TEST_URI_VARIABLE } from '@/lib/setup/testing/test-uri';
import { checkout, commandLine } from './testing/command-line';

/*
 * The command line as a program calls it: processes, exit codes, JSON on stdout. The numbers are computed a second
 * time here, by a few lines over the raw file.
 */
const purchases = join(checkout, '..', 'shared', 'data', 'cdnow', 'CDNOW_master.txt');
const mapping = join(checkout, 'public', 'examples', 'cdnow-mapping.json');
const asOf = '1998-06-30';
const database = `tagloom_test_${randomBytes(6).toString('hex')}`;
const uri = process.env[TEST_URI_VARIABLE] ?? '';
let folder: string;
let graph: string;

const { tagloom, json } = commandLine(database, () => folder);

const event = (fn: string, more: object = {}) => ({
  kind: 'event',
  eventType: 'cd_order',
  fn,
  window: { kind: 'allTime' },
  ...more,
});
const condition = (id: string, subject: object, operator: string, value: unknown) => ({
  id,
  type: 'condition',
  position: { x: 0, y: 0 },
  params: { mode: 'all', rows: [{ subject, operator, value }] },
});
const edge = (source: string, sourcePort: string, target: string) => ({
  id: `${source}-${target}`,
  source,
  sourcePort,
  target,
  targetPort: 'in',
});
const loyal = {
  kind: 'segment',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    condition('days', event('distinctDays'), 'atLeast', 4),
    condition('spent', event('sum', { property: 'props.amount' }), 'atLeast', 20_000),
    condition('recent', event('last'), 'withinLast', { n: 180, unit: 'days' }),
    { id: 'out', type: 'segmentOutput', position: { x: 0, y: 0 }, params: {} },
  ],
  edges: [
    edge('all', 'out', 'days'),
    edge('days', 'matched', 'spent'),
    edge('spent', 'matched', 'recent'),
    edge('recent', 'matched', 'out'),
  ],
};

interface Customer {
  days: Set<string>;
  cents: number;
}

/** Customers of the raw file, and those who are loyal as of the day. */
async function customers(): Promise<{ all: Map<string, Customer>; loyal: string[] }> {
  const all = new Map<string, Customer>();
  for (const line of (await readFile(purchases, 'utf8')).split('\n').slice(1)) {
    const [id, day, , dollars] = line.trim().split(/\s+/);
    if (!id || !day || !dollars) continue;
    const customer = all.get(id) ?? { days: new Set(), cents: 0 };
    customer.days.add(day);
    customer.cents += Math.round(Number(dollars) * 100);
    all.set(id, customer);
  }
  const since = new Date(Date.UTC(1998, 5, 30) - 180 * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  const isLoyal = ({ days, cents }: Customer) =>
    days.size >= 4 && cents >= 20_000 && [...days].some((day) => day >= since);
  return { all, loyal: [...all].filter(([, customer]) => isLoyal(customer)).map(([id]) => id) };
}

beforeAll(async () => {
  if (!existsSync(purchases)) throw new Error(`The CDNOW purchases are missing: expected ${purchases}.`);
  folder = await mkdtemp(join(tmpdir(), 'tagloom-cli-'));
  graph = join(folder, 'loyal.json');
  await writeFile(graph, JSON.stringify(loyal));
});

afterAll(async () => {
  const client = await MongoClient.connect(uri);
  await client.db(database).dropDatabase();
  await client.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every command is a process that starts from source: seconds each on a busy machine. */
const patience = { timeout: 240_000 };

describe('from purchases to an audience', patience, () => {
  const counts = z.object({ read: z.int(), accepted: z.int(), duplicates: z.int(), rejected: z.int() });

  test('imports every purchase once', async () => {
    const args = ['import', 'events', purchases, '--mapping', mapping];
    expect(await json(counts, ...args)).toEqual({
      read: 69_659,
      accepted: 69_659,
      duplicates: 0,
      rejected: 0,
    });
    expect(await json(counts, ...args)).toEqual({
      read: 69_659,
      accepted: 0,
      duplicates: 69_659,
      rejected: 0,
    });
  });

  test('counts, runs and exports the same members, and they are the right ones', async () => {
    const expected = await customers();
    const counted = await json(
      z.object({
        ports: z.record(z.string(), z.object({ n: z.int(), exact: z.boolean() })),
        tookMs: z.number(),
      }),
      'count',
      '--graph',
      graph,
      '--as-of',
      asOf,
    );
    expect(counted.ports['all.out']).toEqual({ n: expected.all.size, exact: true });
    expect(counted.ports['out.in']).toEqual({ n: expected.loyal.length, exact: true });

    const published = z.object({ version: z.int(), size: z.int() });
    const other = await tagloom('publish', 'layering:loyal', '--graph', graph);
    expect(other.code).toBe(1);
    expect(other.err).toContain('it says layering, but the graph in the file is of kind segment');
    expect(await json(published, 'publish', 'segment:loyal', '--graph', graph, '--as-of', asOf)).toEqual({
      version: 1,
      size: expected.loyal.length,
    });
    const ran = await json(z.object({ state: z.string(), size: z.int() }), 'run', 'loyal', '--as-of', asOf);
    expect(ran).toEqual({ state: 'done', size: expected.loyal.length });

    const written = await json(
      z.object({ file: z.string(), rows: z.int(), sha256: z.string() }),
      ...[
        'export',
        'loyal',
        '--format',
        'ndjson',
        '--out',
        join(folder, 'out'),
        '--columns',
        'id,identities.customer_id',
      ],
    );
    const line = z.object({ 'identities.customer_id': z.string() });
    const ids = (await readFile(written.file, 'utf8'))
      .trim()
      .split('\n')
      .map((text) => line.parse(JSON.parse(text))['identities.customer_id']);
    expect(written.rows).toBe(ids.length);
    expect(ids.sort()).toEqual(expected.loyal.sort());
  });

  test('explains one who is in and one who is not', async () => {
    const { all, loyal: inside } = await customers();
    const outside = [...all.keys()].find((id) => !inside.includes(id)) ?? '';
    const explained = z.object({
      member: z.string(),
      output: z.object({ node: z.string() }).nullable(),
      trace: z.array(z.object({ node: z.string(), reached: z.boolean() })),
    });
    const why = (member = '') =>
      json(explained, 'explain', '--graph', graph, '--member', member, '--as-of', asOf);
    expect((await why(inside[0])).output).toEqual({ node: 'out' });
    expect((await why(outside)).output).toBeNull();
  });

  test('compiles to an artefact, a pipeline and a sentence', async () => {
    const compiled = await json(
      z.object({
        jsonLogic: z.unknown(),
        pipeline: z.array(z.unknown()),
        sentence: z.object({ zh: z.string(), en: z.string() }),
        diagnostics: z.array(z.unknown()),
      }),
      ...['compile', '--graph', graph, '--as-of', asOf],
    );
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.sentence.en).toContain('180 days');
    const rule = join(folder, 'rule.json');
    const data = join(folder, 'data.json');
    await writeFile(rule, JSON.stringify(compiled.jsonLogic));
    const order = (day: string) => ({
      type: 'cd_order',
      at: { $date: `${day}T12:00:00Z` },
      props: { amount: 9_000 },
    });
    const events = ['1997-02-01', '1997-05-01', '1998-01-05', '1998-06-01'].map(order);
    await writeFile(data, JSON.stringify({ events }));
    expect(await json(z.boolean(), 'logic', 'apply', '--rule', rule, '--data', data)).toBe(true);
    // Dates as people write them, and as nobody can read them.
    const texts = events.map(({ at, ...event }) => ({ ...event, at: at.$date }));
    await writeFile(data, JSON.stringify({ events: texts }));
    expect(await json(z.boolean(), 'logic', 'apply', '--rule', rule, '--data', data)).toBe(true);
    await writeFile(data, JSON.stringify({ events: texts.map((event) => ({ ...event, at: '1/5/98' })) }));
    const { code, out, err } = await tagloom('logic', 'apply', '--rule', rule, '--data', data);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('“events.0.at” is a date in this rule');
    await writeFile(data, JSON.stringify({ events: events.slice(1) }));
    expect(await json(z.boolean(), 'logic', 'apply', '--rule', rule, '--data', data)).toBe(false);
  });

  test('says what is in use', async () => {
    const found = await json(
      z.object({
        database: z.object({ provider: z.string() }),
        contract: z.array(
          z.object({
            name: z.string(),
            holds: z.boolean(),
            found: z.string().optional(),
            instead: z.string().optional(),
          }),
        ),
        stored: z.object({ members: z.int() }),
        problems: z.array(z.string()),
      }),
      'doctor',
    );
    expect(found.stored.members).toBe(23_570);
    // A server that we didn't start is tried out. What fails there comes with what the product does instead.
    expect(found.contract.length).toBeGreaterThan(12);
    const failing = found.contract.filter(({ holds }) => !holds);
    expect(failing.every((one) => one.found !== undefined && one.instead !== undefined)).toBe(true);
    expect(found.problems).toEqual([]);
  });
});

describe('what can’t be done', patience, () => {
  test.each([
    ['a file that is not there', ['count', '--graph', '/nowhere.json'], '/nowhere.json'],
    ['a key that is not there', ['run', 'nothing'], 'nothing'],
    ['a day that is not one', ['count', '--graph', 'GRAPH', '--as-of', '1998-02-31'], '--as-of'],
  ])('%s: one sentence, exit code 1', async (_, args, named) => {
    const { code, out, err } = await tagloom(...args.map((arg) => (arg === 'GRAPH' ? graph : arg)));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(named);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('a graph that isn’t executable: its diagnostics, exit code 1', async () => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, JSON.stringify({ ...loyal, edges: loyal.edges.slice(1) }));
    const { code, err } = await tagloom('count', '--graph', broken);
    expect(code).toBe(1);
    expect(err).toContain('days');
  });
});
