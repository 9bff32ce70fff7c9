import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, identify, isRunning } from '../../process-identity';
import { SetupError } from '../../setup-error';

const STOP_LIMIT_MS = 30_000;

/**
 * Clears the way for a start after a crash. PostgreSQL's pid file is removed only when the process it names
 * is gone or is another program's; a server that still runs on this folder is stopped first.
 */
export async function clearPostmasterPid(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  const pid = pidIn(file);
  if (pid === null) return;
  const identity = identify(pid);
  if (identity && commandLine(pid).includes(cluster)) {
    process.kill(pid, 'SIGINT');
    const deadline = Date.now() + STOP_LIMIT_MS;
    while (isRunning(identity)) {
      if (Date.now() > deadline) {
        throw new SetupError(
          `PostgreSQL (process ${pid}) still runs on ${cluster} and does not stop; end it and try again.`,
        );
      }
      await sleep(50);
    }
  }
  await rm(file, { force: true });
}

function pidIn(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
