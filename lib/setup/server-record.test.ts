import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identify, ownIdentity } from './process-identity';
import { endAbandonedServer, recordServer } from './server-record';

const PORT = 3000;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tagloom-server-'));
  file = path.join(folder, 'servers', `${PORT}.json`);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function server() {
  const child = spawn('sleep', ['30']);
  await once(child, 'spawn');
  return { child, pid: child.pid ?? 0 };
}

test('a server whose keeper lives is left alone', async () => {
  const { child, pid } = await server();
  const forget = await recordServer(pid, PORT, folder);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ server: identify(pid), keeper: ownIdentity() });
  await endAbandonedServer(PORT, folder);
  expect(identify(pid)).not.toBeNull();
  await forget();
  child.kill();
});

test('one whose keeper was killed is ended', async () => {
  const { pid } = await server();
  mkdirSync(path.dirname(file));
  const keeper = { pid: spawnSync('true').pid, startedAt: '1' };
  writeFileSync(file, JSON.stringify({ server: identify(pid), keeper }));
  await endAbandonedServer(PORT, folder);
  expect(identify(pid)).toBeNull();
});

test('nothing to do without a note', () => expect(endAbandonedServer(PORT, folder)).resolves.toBeUndefined());
