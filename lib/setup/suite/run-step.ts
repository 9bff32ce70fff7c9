import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT, DATA_FOLDER } from '../paths';
import type { Command } from '../run-command';
import { type Counts, FAILED_ONCE, PASSED_ONCE, withExitCode } from './counts';

/** Runs a command with its output shown. Gives its exit code; a command that can't be started gives 127. */
export function show({ command, args, cwd = CHECKOUT, env }: Command): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = () => child.kill();
    process.once('exit', end);
    const settle = (code: number) => {
      process.off('exit', end);
      resolve(code);
    };
    child.once('error', () => settle(127));
    child.once('close', (code) => settle(code ?? 1));
  });
}

/** A command that counts as one test. */
export async function runAsOne(command: Command): Promise<Counts> {
  return (await show(command)) === 0 ? PASSED_ONCE : FAILED_ONCE;
}

/** A runner that writes a JSON report to the file it is told; without one it counts as one failed. */
export async function runWithReport(
  name: string,
  commandFor: (reportFile: string) => Command,
  countsOf: (report: unknown) => Counts,
): Promise<Counts> {
  const file = path.join(DATA_FOLDER, 'test', `${name}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  // A report of the run before must not be taken for this one's.
  await rm(file, { force: true });
  const exitCode = await show(commandFor(file));
  if (!existsSync(file)) return FAILED_ONCE;
  return withExitCode(countsOf(JSON.parse(await readFile(file, 'utf8'))), exitCode);
}
