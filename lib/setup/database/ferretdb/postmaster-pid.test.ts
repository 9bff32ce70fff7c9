import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearPostmasterPid } from './postmaster-pid';

let cluster: string;
let file: string;

beforeEach(() => {
  cluster = mkdtempSync(path.join(os.tmpdir(), 'tagloom-cluster-'));
  file = path.join(cluster, 'postmaster.pid');
});

afterEach(() => rmSync(cluster, { recursive: true, force: true }));

test('nothing to do where there is none', () => expect(clearPostmasterPid(cluster)).resolves.toBeUndefined());

test('one of a process that is gone is removed', async () => {
  writeFileSync(file, `${spawnSync('true').pid}\n${cluster}\n`);
  await clearPostmasterPid(cluster);
  expect(existsSync(file)).toBe(false);
});

test("a number that another program has now is not that program's death", async () => {
  writeFileSync(file, `${process.pid}\n${cluster}\n`);
  await clearPostmasterPid(cluster);
  expect(existsSync(file)).toBe(false);
});

test('a server still at work on this folder is stopped first', async () => {
  const child = spawn('sh', [
    '-c',
    'trap "exit 0" INT; echo ready; while :; do sleep 0.05; done',
    'postgres',
    '-D',
    cluster,
  ]);
  await once(child.stdout, 'data');
  const ended = once(child, 'exit');
  writeFileSync(file, `${child.pid}\n${cluster}\n`);
  await clearPostmasterPid(cluster);
  expect(await ended).toEqual([0, null]);
  expect(existsSync(file)).toBe(false);
});
