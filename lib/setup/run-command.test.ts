import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withProgress } from './progress';
import { run } from './run-command';

const node = (code: string) => ({ command: process.execPath, args: ['-e', code] });

test('gives stdout, and adds to the environment or takes from it', async () => {
  const command = node('console.log(process.env.ADDED, process.env.HOME)');
  expect(await run({ ...command, env: { ADDED: 'yes', HOME: undefined } })).toBe('yes undefined\n');
});

test('a failure is one sentence with the last words', async () => {
  await expect(
    run({ command: 'sh', args: ['-c', 'echo first >&2; echo "E: no package" >&2; exit 100'] }),
  ).rejects.toThrow('sh echo first >&2; echo "E: no package" >&2; exit 100 failed: E: no package');
  await expect(run({ command: '/no/such', args: ['update'] })).rejects.toThrow(
    /^such update failed: .*ENOENT/,
  );
});

test('what takes too long is ended', async () => {
  await expect(run({ ...node('setInterval(() => 0, 1000)'), timeoutMs: 300 })).rejects.toThrow(
    'ended by SIGKILL',
  );
});

test('all it said is kept where it was asked for', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagloom-run-'));
  const logFile = path.join(folder, 'logs', 'one.log');
  const command = { ...node('console.log("out"); console.error("err"); process.exit(1)'), logFile };
  await expect(run(command)).rejects.toThrow(`err (see ${logFile})`);
  await expect.poll(() => readFileSync(logFile, 'utf8').split('\n').sort()).toEqual(['', 'err', 'out']);
  rmSync(folder, { recursive: true });
});

test('what is quick is silent', async () => {
  const lines: string[] = [];
  expect(
    await withProgress(
      (line) => lines.push(line),
      'Quick',
      async () => 1,
    ),
  ).toBe(1);
  expect(lines).toEqual([]);
});
