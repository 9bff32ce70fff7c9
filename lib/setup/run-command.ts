import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { ServiceUser } from './service-user';
import { SetupError } from './setup-error';

export interface CommandOptions {
  readonly cwd?: string;
  /** Added to this process's environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly user?: ServiceUser | null;
  /** Milliseconds; the command is killed after them. */
  readonly timeoutMs?: number;
  /** Where to keep all that it said, as it says it. */
  readonly logFile?: string;
}

/** One command as data, so that tests can look at it without running it. */
export interface Command extends CommandOptions {
  readonly command: string;
  readonly args: readonly string[];
}

const KEPT_OUTPUT = 64_000;

/** Runs a command to its end and gives its stdout. Throws a SetupError with its last words when it fails. */
export function run({ command, args, cwd, env, user, timeoutMs, logFile }: Command): Promise<string> {
  const log = logFile === undefined ? null : openLog(logFile);
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user ?? {}),
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' as const }),
    });
    // Nothing of ours may go on working when we are told to end.
    const end = () => child.kill();
    process.once('exit', end);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout = (stdout + chunk).slice(-KEPT_OUTPUT);
      log?.write(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(-KEPT_OUTPUT);
      log?.write(chunk);
    });
    const more = logFile === undefined ? '' : ` (see ${logFile})`;
    const fail = (why: string) => reject(new SetupError(`${titleOf(command, args)} failed: ${why}${more}`));
    child.once('error', (error) => fail(error.message));
    child.once('close', (code, signal) => {
      process.off('exit', end);
      log?.end();
      if (code === 0) resolve(stdout);
      else
        fail(lastWords(stderr) || lastWords(stdout) || (signal ? `ended by ${signal}` : `exit code ${code}`));
    });
  });
}

function openLog(file: string): WriteStream {
  mkdirSync(path.dirname(file), { recursive: true });
  return createWriteStream(file, { mode: 0o600 });
}

function titleOf(command: string, args: readonly string[]): string {
  return `${path.basename(command)} ${args.find((arg) => !arg.startsWith('-')) ?? ''}`.trim();
}

/** The last line that says something; apt and go put their reason there. */
function lastWords(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}
