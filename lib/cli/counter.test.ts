import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpClient } from '@/lib/counting/mirror/http-client';
import { MirrorCounter } from '@/lib/counting/mirror-counter';
import { MongoCounter } from '@/lib/counting/mongo-counter';
import { demoWorkspace } from '@/lib/counting/testing/demo-workspace';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { rule, value } from '@/rules-engine/index';

/* `tagloom counter` as it is run: a process of its own, asked over HTTP, killed and started again. */

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const secret = 'known to both sides';
const size = 300;
let database: TestDatabase;
let folder = '';
let port = 0;
let child: ChildProcess;

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
  await demoWorkspace(database.db, size);
  folder = await mkdtemp(join(tmpdir(), 'tagloom-counter-'));
  port = await freePort();
  child = await started();
});
afterAll(async () => {
  child.kill('SIGKILL');
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Starts it and waits until it says that it listens. */
async function started(): Promise<ChildProcess> {
  const begun = spawn(
    process.execPath,
    ['--import', 'tsx', join('lib', 'cli', 'main.ts'), 'counter', '--port', String(port)],
    {
      cwd: checkout,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        MONGODB_URI: database.uri,
        TAGLOOM_DB: database.db.databaseName,
        TAGLOOM_DATA: folder,
        TAGLOOM_COUNTER_SECRET: secret,
      },
    },
  );
  await new Promise<void>((resolve, reject) => {
    let said = '';
    // Read to its end: a process that nobody listens to any more is ended by what it logs.
    begun.stderr.on('data', (text: unknown) => {
      said += String(text);
      if (said.includes(`http://127.0.0.1:${port}`)) resolve();
    });
    begun.once('exit', () => reject(new Error(said)));
  });
  return begun;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const client = () => new HttpClient(`http://127.0.0.1:${port}`, secret);
const counter = () => new MirrorCounter(client(), new MongoCounter(database.db));
const status = () => client().status(AbortSignal.timeout(5_000));
const cities = ['上海', '北京', '成都'];
const lives = (city: string) => rule.compare('eq', value.field('attrs.city', 'text'), value.text(city));
const questions = new Map([
  ['everybody', rule.always],
  ...cities.map((city) => [city, lives(city)] as const),
]);

/** What a plain query of the database says. */
async function expected(): Promise<number[]> {
  const members = collection(database.db, 'members');
  const ofCities = await Promise.all(cities.map((city) => members.countDocuments({ 'attrs.city': city })));
  return [await members.countDocuments(), ...ofCities];
}

async function asked() {
  const { counts, engine } = await counter().count(questions);
  return { engine, numbers: [...counts.values()].map(({ n }) => n) };
}

test('it loads what is asked for, counts, and writes the columns down', async () => {
  const numbers = await expected();
  expect(await asked()).toEqual({ engine: 'mongodb', numbers });
  await expect.poll(asked, { timeout: 30_000 }).toEqual({ engine: 'mirror', numbers });
  await expect.poll(async () => (await status()).snapshotAt, { timeout: 60_000 }).not.toBeNull();
  expect(await status()).toMatchObject({ state: 'ready', where: 'process', members: size });
});

test('killed while it is asked, it leaves nobody without an answer: MongoDB counts, and says so', async () => {
  const numbers = await expected();
  const engines = new Set<string>();
  const gone = once(child, 'exit');
  let killed = false;
  const asking = async () => {
    for (let left = 5; left > 0; left -= killed ? 1 : 0) {
      const answer = await asked();
      expect(answer.numbers).toEqual(numbers);
      engines.add(answer.engine);
    }
  };
  const askers = Promise.all(Array.from({ length: 4 }, asking));
  await expect.poll(() => engines.has('mirror')).toBe(true);
  child.kill('SIGKILL');
  await gone;
  killed = true;
  await askers;
  expect(await asked()).toEqual({ engine: 'mongodb', numbers });
});

test('started again it is warm, and has what was written while it was away', async () => {
  const { modifiedCount } = await collection(database.db, 'members').updateMany(
    { 'attrs.city': '上海' },
    { $set: { 'attrs.city': '北京', updatedAt: new Date() } },
  );
  expect(modifiedCount).toBeGreaterThan(0);
  const numbers = await expected();
  expect(numbers[1]).toBe(0);
  child = await started();
  expect(await asked()).toEqual({ engine: 'mirror', numbers });
  expect(await status()).toMatchObject({ members: size, passedOn: { loading: 0 } });
});

test('told to end, it ends well', async () => {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await Promise.race([gone, sleep(20_000, 'still there', { ref: false })])).toEqual([0, null]);
});
