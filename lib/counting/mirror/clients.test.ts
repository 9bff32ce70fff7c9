import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { rule, value } from '@/rules-engine/index';
import type { Counter } from '../counter';
import { MirrorCounter } from '../mirror-counter';
import { MongoCounter } from '../mongo-counter';
import { demoWorkspace } from '../testing/demo-workspace';
import { HttpClient } from './http-client';
import { serveMirror } from './http-server';
import { Mirror } from './mirror';
import type { MirrorClient } from './mirror-client';
import { ThreadClient } from './thread-client';

const size = 200;
const budgetBytes = 2 ** 28;
const secret = 'known to both sides';
let database: TestDatabase;
let thread: ThreadClient;
let mirror: Mirror;
let server: Server;
let url = '';
let folder = '';

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
  await demoWorkspace(database.db, size);
  vi.stubEnv('TAGLOOM_DB', database.db.databaseName);
  folder = await mkdtemp(join(tmpdir(), 'tagloom-mirror-'));
  vi.stubEnv('TAGLOOM_DATA', folder);
  thread = new ThreadClient({ uri: database.uri, budgetBytes });
  mirror = new Mirror(database.db, { budgetBytes });
  server = await serveMirror(mirror, { host: '127.0.0.1', port: 0, secret });
  const address = server.address();
  if (typeof address === 'object' && address) url = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  await thread.end();
  mirror.end();
  server.closeAllConnections();
  server.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const questions = new Map([
  ['all', rule.always],
  ['grown', rule.compare('gte', value.field('attrs.age', 'number'), value.number(30))],
]);

/** Asks until the mirror itself counts: the first answers are MongoDB's. */
async function byMirror(client: MirrorClient) {
  const counter = new MirrorCounter(client, new MongoCounter(database.db));
  for (;;) {
    const counts = await counter.count(questions);
    if (counts.engine === 'mirror') return counts;
  }
}

const clients: [string, () => MirrorClient][] = [
  ['a thread', () => thread],
  ['another process over HTTP', () => new HttpClient(url, secret)],
];

test.each(clients)('%s counts what MongoDB counts', async (_, client) => {
  const exact = await new MongoCounter(database.db).count(questions);
  expect(exact.engine).toBe('mongodb');
  const counted = await byMirror(client());
  expect(counted.counts).toEqual(exact.counts);
  expect(counted.total).toBe(size);
  const status = await client().status(AbortSignal.timeout(5_000));
  expect(status).toMatchObject({ state: 'ready', members: size, budgetBytes });
  expect(status.columns.map(({ path }) => path)).toContain('attrs.age');
});

test.each(clients)('%s keeps the top, and cuts, as MongoDB does', async (_, client) => {
  const points = value.field('attrs.points', 'number');
  const need = { node: 'top', members: rule.always, value: points, n: 7 };
  const needs = [
    { ...need, key: 'highest', direction: 'highest' as const },
    { ...need, key: 'lowest', direction: 'lowest' as const },
    { ...need, key: 'everybody', direction: 'lowest' as const, n: size + 1 },
  ];
  const question = { members: rule.always, value: points, at: [0.25, 0.5] };
  const mongo = new MongoCounter(database.db);
  const nobodyElse: Counter = {
    count: () => Promise.reject(new Error('passed on')),
    bounds: () => Promise.reject(new Error('passed on')),
    distribution: () => Promise.reject(new Error('passed on')),
  };
  const mirrored = new MirrorCounter(client(), nobodyElse);
  await expect.poll(() => mirrored.bounds(needs).catch(String)).not.toBe('Error: passed on');
  const bounds = await mirrored.bounds(needs);
  expect(bounds).toEqual(await mongo.bounds(needs));
  expect(bounds.get('highest')?.value).toBeGreaterThan(bounds.get('lowest')?.value ?? 0);
  expect(bounds.get('everybody')).toBeNull();
  expect(await mirrored.distribution(question)).toEqual(await mongo.distribution(question));
});

test('who does not know the secret gets nothing', async () => {
  const stranger = new HttpClient(url, 'a guess');
  await expect(stranger.status(AbortSignal.timeout(5_000))).rejects.toThrow('401');
});

test('where no counter answers MongoDB does', async () => {
  const away = new HttpClient('http://127.0.0.1:9', secret);
  const counter = new MirrorCounter(away, new MongoCounter(database.db));
  const { counts, engine } = await counter.count(questions);
  expect(engine).toBe('mongodb');
  expect(counts.get('all')?.n).toBe(await collection(database.db, 'members').countDocuments());
});
