import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRunning } from '../process-identity';
import { silent } from '../progress';
import { testDatabase } from '../testing/database';
import { fromPath } from './from-path';
import type { ManagedProcess } from './managed-process';
import { mongodCommand, mongodHoldsData } from './mongod';
import { ping } from './ping';

let folder: string;
let dataFolder: string;
const spawned: ManagedProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tagloom-mongod-'));
  dataFolder = path.join(folder, 'data');
  spawned.length = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const provider = (searchPath: string) =>
  fromPath(
    {
      dataFolder,
      report: silent,
      register: async (server) => {
        spawned.push(server);
      },
    },
    searchPath,
  );

/** Takes mongod's arguments and passes every connection on to the test run's server. */
function fakeMongod(body: string): string {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const file = path.join(bin, 'mongod');
  writeFileSync(file, `#!${process.execPath}\n${body}`);
  chmodSync(file, 0o755);
  return bin;
}

test('the command line: own data folder, loopback only, port as given', () => {
  expect(mongodCommand('/usr/bin/mongod', '/p/.data', 27_123)).toMatchObject({
    command: '/usr/bin/mongod',
    args: [
      '--dbpath',
      '/p/.data/mongod',
      '--bind_ip',
      '127.0.0.1',
      '--port',
      '27123',
      '--nounixsocket',
      '--quiet',
    ],
    stopSignal: 'SIGTERM',
  });
});

test('is there only when the PATH has one', async () => {
  expect(await provider('/nowhere').available()).toEqual({ ok: false, reason: 'there is none' });
  expect(await provider(fakeMongod('')).available()).toEqual({ ok: true });
});

test('starts, answers the driver, and stops', async () => {
  const { uri, drop } = await testDatabase();
  const target = decodeURIComponent(uri.replace(/^mongodb:\/\//, '').replace(/\/?\?.*$/, ''));
  const [host, port] = target.split(':');
  const connect = target.startsWith('/') ? { path: target } : { host, port: Number(port) };
  const bin = fakeMongod(`
    const net = require('node:net');
    const args = process.argv.slice(2);
    net.createServer((one) => {
      const other = net.connect(${JSON.stringify(connect)});
      one.pipe(other).pipe(one);
      for (const end of [one, other]) end.on('error', () => undefined);
    }).listen(Number(args[args.indexOf('--port') + 1]), args[args.indexOf('--bind_ip') + 1]);
  `);
  const database = await provider(bin).start();
  expect(await ping(database.uri)).toBe(true);
  expect(spawned.map(({ name }) => name)).toEqual(['mongod']);
  await database.stop();
  expect(spawned.some(isRunning)).toBe(false);
  await drop();
});

test('one that ends at once is told with its last words', async () => {
  const bin = fakeMongod(
    `setTimeout(() => { console.error('illegal instruction'); process.exit(4); }, 200);`,
  );
  await expect(provider(bin).start()).rejects.toThrow(/mongod ended while starting: illegal instruction/);
});

test("data is noticed by WiredTiger's own file, and logs of the run before are kept", async () => {
  expect(mongodHoldsData(dataFolder)).toBe(false);
  mkdirSync(path.join(dataFolder, 'mongod'), { recursive: true });
  writeFileSync(path.join(dataFolder, 'mongod', 'WiredTiger'), '');
  expect(mongodHoldsData(dataFolder)).toBe(true);
  const bin = fakeMongod(`setTimeout(() => { console.error('run ' + process.pid); process.exit(4); }, 100);`);
  await provider(bin)
    .start()
    .catch(() => undefined);
  await provider(bin)
    .start()
    .catch(() => undefined);
  expect(readFileSync(path.join(dataFolder, 'logs', 'mongod.log.1'), 'utf8')).toBe(
    `run ${spawned[0]?.pid}\n`,
  );
});
