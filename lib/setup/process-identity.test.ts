import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { commandLine, identify, isRunning, ownIdentity } from './process-identity';

test('this process is running, under its own start only', () => {
  expect(isRunning(ownIdentity())).toBe(true);
  expect(isRunning({ ...ownIdentity(), startedAt: '0' })).toBe(false);
});

test('a process that has ended is not', async () => {
  expect(identify(spawnSync('true').pid)).toBeNull();
  const child = spawn('sleep', ['30']);
  await once(child, 'spawn');
  const identity = identify(child.pid ?? 0);
  expect(identity && isRunning(identity)).toBe(true);
  expect(commandLine(child.pid ?? 0)).toContain('sleep 30');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(identity && isRunning(identity)).toBe(false);
});
