import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchCommand, fetchMongod } from './from-download';
import { freePort } from './mongod';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tagloom-download-'));
  // A mongod on this machine's PATH would be taken instead of the download.
  vi.stubEnv('MONGOMS_PREFER_GLOBAL_PATH', 'false');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('the command line: one attempt, with certificates checked', () => {
  const { command, args, env } = fetchCommand('/cache/mongod');
  expect(command).toBe(process.execPath);
  expect(args).toEqual([expect.stringMatching(/fetch-mongod\.mjs$/), '/cache/mongod']);
  expect(env).toEqual({ MONGOMS_MAX_RETRIES: '1', npm_config_strict_ssl: 'true' });
});

test('a refused download is told soon, with its reason', async () => {
  vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', `https://127.0.0.1:${await freePort()}`);
  const startedAt = Date.now();
  await expect(fetchMongod(folder, 20_000)).rejects.toThrow(/ECONNREFUSED/);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
}, 30_000);

test('a server that takes the connection and says nothing is given up on', async () => {
  const sockets: Socket[] = [];
  const silentServer = createServer((socket) => sockets.push(socket));
  const port = await freePort();
  await new Promise<void>((resolve) => silentServer.listen(port, '127.0.0.1', resolve));
  vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', `https://127.0.0.1:${port}`);
  await expect(fetchMongod(folder, 2_000)).rejects.toThrow('nothing arrived for 2 s');
  for (const socket of sockets) socket.destroy();
  silentServer.close();
}, 30_000);
