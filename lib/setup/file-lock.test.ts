import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withFileLock } from './file-lock';
import { ownIdentity } from './process-identity';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tagloom-lock-'));
  lock = path.join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const gone = () => ({ pid: spawnSync('true').pid, startedAt: '1', token: 'of-the-dead' });

test('one at a time, and nothing is left', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(5);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => withFileLock(lock, work)));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('a failure lets go of it', async () => {
  await expect(withFileLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withFileLock(lock, async () => 'in')).toBe('in');
});

test('the lock of a process that is gone is taken over, by one of many', async () => {
  writeFileSync(lock, JSON.stringify(gone()));
  let inside = 0;
  const work = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await sleep(5);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 6 }, () => withFileLock(lock, work)));
  expect(readdirSync(folder)).toEqual([]);
});

test('a number given away again is not the process that held it', async () => {
  writeFileSync(lock, JSON.stringify({ ...ownIdentity(), startedAt: 'long ago', token: 'other' }));
  expect(await withFileLock(lock, async () => 'in')).toBe('in');
});

test('a takeover that was cut short does not block for ever', async () => {
  writeFileSync(lock, JSON.stringify(gone()));
  mkdirSync(`${lock}.takeover`);
  utimesSync(`${lock}.takeover`, new Date(0), new Date(0));
  expect(await withFileLock(lock, async () => 'in')).toBe('in');
});

test('whoever waits is told for whom, once', async () => {
  const onWait = vi.fn();
  const first = withFileLock(lock, () => sleep(350));
  await sleep(30);
  await Promise.all([first, withFileLock(lock, async () => undefined, onWait)]);
  expect(onWait.mock.calls).toEqual([[process.pid]]);
});
