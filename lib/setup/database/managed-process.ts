import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { identify, isRunning, processIdentitySchema } from '../process-identity';
import type { Command } from '../run-command';
import { SetupError, sentenceOf } from '../setup-error';

/** A server process that outlives the one that started it if need be, and how it wants to be stopped. */
export const managedProcessSchema = processIdentitySchema.extend({
  name: z.string(),
  stopSignal: z.enum(['SIGINT', 'SIGTERM']),
  logFile: z.string(),
  /** A temporary folder that goes when the process has ended. */
  scratchFolder: z.string().nullable().default(null),
});
export type ManagedProcess = z.infer<typeof managedProcessSchema>;

export interface ServerCommand extends Command {
  readonly name: string;
  readonly stopSignal: ManagedProcess['stopSignal'];
  readonly logFile: string;
  readonly scratchFolder?: string;
}

/**
 * Starts a server in a session of its own, so that a Ctrl-C at the terminal reaches only us and we can stop
 * servers in order. Its output goes to its log file; the log of the run before is kept beside it as `.1`.
 */
export async function spawnServer(server: ServerCommand): Promise<ManagedProcess> {
  const { name, command, args, cwd, env, user, stopSignal, logFile, scratchFolder = null } = server;
  mkdirSync(path.dirname(logFile), { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(command, [...args], {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', log, log],
      ...(user ?? {}),
    });
    await once(child, 'spawn');
    child.unref();
    const identity = child.pid === undefined ? null : identify(child.pid);
    if (!identity) throw new Error(`it ended at once; ${lastLine(logFile)}`);
    return { ...identity, name, stopSignal, logFile, scratchFolder };
  } catch (error) {
    throw new SetupError(`${name} did not start: ${sentenceOf(error)}`);
  } finally {
    closeSync(log);
  }
}

const READY_POLL_MS = 50;

/** Waits until `probe` succeeds. Throws a SetupError when the process ends first or the time is up. */
export async function waitUntilReady(
  server: ManagedProcess,
  probe: () => Promise<boolean>,
  limitMs: number,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await probe())) {
    if (!isRunning(server)) {
      throw new SetupError(
        `${server.name} ended while starting: ${lastLine(server.logFile)} (see ${server.logFile})`,
      );
    }
    if (Date.now() > deadline) {
      throw new SetupError(
        `${server.name} gave no answer within ${limitMs / 1000} s (see ${server.logFile})`,
      );
    }
    await sleep(READY_POLL_MS);
  }
}

/** As much of a process as it takes to stop it. */
export type Stoppable = Pick<ManagedProcess, 'pid' | 'startedAt' | 'stopSignal' | 'scratchFolder'>;

const STOP_LIMIT_MS = 30_000;

/** Stops processes one after the other, each by its own signal, and waits; after 30 s it kills. */
export async function stopProcesses(processes: readonly Stoppable[]): Promise<void> {
  for (const server of processes) {
    signal(server, server.stopSignal);
    if (!(await ended(server, STOP_LIMIT_MS))) {
      signal(server, 'SIGKILL');
      await ended(server, STOP_LIMIT_MS);
    }
    if (server.scratchFolder !== null) await rm(server.scratchFolder, { recursive: true, force: true });
  }
}

function signal(server: Stoppable, name: NodeJS.Signals): void {
  try {
    if (isRunning(server)) process.kill(server.pid, name);
  } catch (error) {
    // It may end between the look and the signal.
    if (isRunning(server)) throw error;
  }
}

async function ended(server: Stoppable, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (isRunning(server)) {
    if (Date.now() > deadline) return false;
    await sleep(READY_POLL_MS);
  }
  return true;
}

function lastLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
  } catch {
    return '';
  }
}
